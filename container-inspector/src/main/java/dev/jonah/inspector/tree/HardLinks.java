package dev.jonah.inspector.tree;

import dev.jonah.image.EntryType;
import dev.jonah.image.LinkResolver;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds the hard links of one layer to what they link to, once and for all: later layers may delete or replace the other
 * name. A target is looked for among the entries of the layer that come before, then among all of it, then in the layers
 * below.
 */
final class HardLinks {
    private static final long HOPS = 40;

    private final LayerUnion union;
    private final int layer;
    private final List<TreeEntry> waiting = new ArrayList<>();
    private final Set<TreeEntry> unbound = new HashSet<>();

    HardLinks(LayerUnion union, int layer) {
        this.union = union;
        this.layer = layer;
    }

    /** Binds a link to an earlier entry of the layer, or keeps it waiting. */
    void bind(TreeEntry link) {
        TreeEntry target = inLayer(link);
        if (target == null || target == link || unbound.contains(target)) {
            waiting.add(link);
            unbound.add(link);
        } else {
            bindTo(link, target);
        }
    }

    /** Binds what waited, after all entries of the layer were placed. */
    void bindRest() {
        boolean progress = true;
        while (progress) {
            progress = waiting.removeIf(link -> {
                TreeEntry target = inLayer(link);
                if (target == null || target == link || unbound.contains(target)) {
                    return false;
                }
                unbound.remove(link);
                bindTo(link, target);
                return true;
            });
        }
        for (TreeEntry link : waiting) {
            TreeEntry target = below(link);
            if (target == null) {
                link.dangle();
            } else {
                unbound.remove(link);
                bindTo(link, target);
            }
        }
        // Links to links that only now found their targets below.
        for (TreeEntry link : waiting) {
            TreeEntry target = unbound.contains(link) ? inLayer(link) : null;
            if (target != null && target != link && !unbound.contains(target)) {
                unbound.remove(link);
                bindTo(link, target);
            }
        }
        unbound.forEach(this::reportDangling);
    }

    private void bindTo(TreeEntry link, TreeEntry target) {
        if (target.type() == EntryType.DIRECTORY) {
            link.dangle();
            unbound.add(link);
        } else {
            link.linkTo(target);
        }
    }

    private @Nullable TreeEntry inLayer(TreeEntry link) {
        EntryName name = targetName(link);
        if (name == null) {
            return null;
        }
        LinkResolver resolver = new LinkResolver(path -> find(path, layer, true), HOPS);
        return find(resolver.canonical(path(name)).path(), layer, true);
    }

    private @Nullable TreeEntry below(TreeEntry link) {
        EntryName name = targetName(link);
        if (name == null || layer == 0) {
            return null;
        }
        LinkResolver resolver = new LinkResolver(path -> find(path, layer - 1, false), HOPS);
        return find(resolver.canonical(path(name)).path(), layer - 1, false);
    }

    private @Nullable TreeEntry find(ImagePath path, int after, boolean ownOnly) {
        Node node = union.root();
        for (RawText part : path.parts()) {
            node = node.child(part.latin1());
            if (node == null) {
                return null;
            }
        }
        TreeEntry entry = node.visibleAt(after);
        // Directories are merged with the ones below, so that one of those may hold an entry of this layer.
        boolean foreign = ownOnly && entry != null && entry.layer() != layer && !entry.isDirectory();
        return foreign ? null : entry;
    }

    /** The target's name, or null if it climbs out of the root. */
    private static @Nullable EntryName targetName(TreeEntry link) {
        RawText target = link.stored().target();
        EntryName name = target == null ? null : EntryName.of(target);
        return name == null || name.climbs() || name.parts().isEmpty() ? null : name;
    }

    private void reportDangling(TreeEntry link) {
        RawText target = link.stored().target();
        boolean climbs = target != null && EntryName.of(target).climbs();
        union.diagnostics()
                .warning(
                        "layer.hard-link",
                        link.path(),
                        (climbs ? "hard link out of the root: " : "hard link without target, its content is unread: ")
                                + link.path() + " to " + target);
    }

    private static ImagePath path(EntryName name) {
        return ImagePath.of(RawText.ofLatin1(String.join("/", name.parts())));
    }
}

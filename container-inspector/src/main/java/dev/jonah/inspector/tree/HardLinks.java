package dev.jonah.inspector.tree;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.image.EntryType;
import dev.jonah.value.RawText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private static final int HOPS = 40;

    private final Node root;
    private final int layer;
    private final Diagnostics diagnostics;
    private final List<TreeEntry> waiting = new ArrayList<>();
    private final Set<TreeEntry> pending = new HashSet<>();
    private final Set<TreeEntry> dangling = new HashSet<>();

    HardLinks(Node root, int layer, Diagnostics diagnostics) {
        this.root = root;
        this.layer = layer;
        this.diagnostics = diagnostics;
    }

    /** Binds a link to an earlier entry of the layer, or keeps it waiting. */
    void bind(TreeEntry link) {
        TreeEntry target = inLayer(link);
        if (target == null || target == link || pending.contains(target)) {
            waiting.add(link);
            pending.add(link);
        } else {
            bindTo(link, target);
        }
    }

    /** Binds what waited, after all entries of the layer were placed. Every link is looked at once, whatever the order. */
    void bindRest() {
        for (TreeEntry first : waiting) {
            Deque<TreeEntry> chain = new ArrayDeque<>();
            Set<TreeEntry> met = new HashSet<>();
            TreeEntry link = first;
            while (link != null && pending.contains(link) && met.add(link)) {
                chain.push(link);
                link = inLayer(link);
            }
            chain.forEach(this::bindLast);
        }
    }

    private void bindLast(TreeEntry link) {
        TreeEntry target = inLayer(link);
        if (target == null || pending.contains(target) || dangling.contains(target)) {
            target = below(link);
        }
        pending.remove(link);
        bindTo(link, target);
    }

    private void bindTo(TreeEntry link, @Nullable TreeEntry target) {
        if (target == null || target.isDirectory()) {
            link.dangle();
            dangling.add(link);
            reportDangling(link);
        } else {
            link.linkTo(target);
        }
    }

    private @Nullable TreeEntry inLayer(TreeEntry link) {
        return find(link, layer, true);
    }

    private @Nullable TreeEntry below(TreeEntry link) {
        return layer == 0 ? null : find(link, layer - 1, false);
    }

    /** What the name that a link has as its target leads to; links in its parent parts are followed. */
    private @Nullable TreeEntry find(TreeEntry link, int after, boolean ownOnly) {
        Deque<String> rest = new ArrayDeque<>(targetParts(link));
        Node here = root;
        int hops = 0;
        while (!rest.isEmpty()) {
            String part = rest.pop();
            if (part.equals("..")) {
                Node parent = here.parent();
                here = parent == null ? here : parent;
                continue;
            }
            Node next = here.child(part);
            TreeEntry entry = next == null ? null : next.visibleAt(after);
            // Directories are merged with the ones below, so that one of those may hold an entry of this layer.
            boolean foreign = ownOnly && entry != null && entry.layer() != layer && !entry.isDirectory();
            if (next == null || entry == null || foreign) {
                return null;
            }
            if (rest.isEmpty()) {
                return entry;
            }
            RawText target = entry.type() == EntryType.SYMLINK ? entry.target() : null;
            if (target != null) {
                if (++hops > HOPS || !LinkTarget.pushParts(target, rest)) {
                    return null;
                }
                here = LinkTarget.isAbsolute(target) ? root : here;
            } else if (entry.isDirectory()) {
                here = next;
            } else {
                return null;
            }
        }
        return null;
    }

    /** The parts of the target's name; none if it climbs out of the root. */
    private static List<String> targetParts(TreeEntry link) {
        RawText target = link.stored().target();
        EntryName name = target == null ? null : EntryName.of(target);
        return name == null || name.climbs() ? List.of() : name.parts();
    }

    private void reportDangling(TreeEntry link) {
        RawText target = link.stored().target();
        boolean climbs = target != null && EntryName.of(target).climbs();
        diagnostics.warning(
                "layer.hard-link",
                link.path(),
                (climbs ? "hard link out of the root: " : "hard link without target, its content is unread: ")
                        + link.path() + " to " + target);
    }
}

package dev.jonah.inspector.tree;

import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileVersion;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Every path of an image with all its versions. Immutable and safe for any thread. */
public final class VersionedTree {
    /**
     * What a layer did.
     *
     * @param added paths that were not there below
     * @param modified paths that were
     * @param deleted paths that are gone after it
     * @param wastedBytes bytes of its files that later layers hide
     */
    public record Changes(int added, int modified, int deleted, long wastedBytes) {}

    private final Node root;
    private final NameIndex names;
    private final int layers;
    private final AtomicReferenceArray<@Nullable SquashedTree> trees;

    VersionedTree(Node root, NameIndex names, int layers) {
        this.root = root;
        this.names = names;
        this.layers = layers;
        this.trees = new AtomicReferenceArray<>(Math.max(layers, 1));
    }

    /** The tree after layer {@code layer}; of an image without layers the empty tree. */
    public SquashedTree at(int layer) {
        SquashedTree known = trees.get(layer);
        if (known != null) {
            return known;
        }
        SquashedTree made = new SquashedTree(root, names, layer);
        return trees.compareAndSet(layer, null, made) ? made : java.util.Objects.requireNonNull(trees.get(layer));
    }

    /** Every version of a path, bottom to top. */
    public List<FileVersion> versions(ImagePath path) {
        Node node = root;
        for (RawText part : path.parts()) {
            node = node.child(part.latin1());
            if (node == null) {
                return List.of();
            }
        }
        List<FileVersion> versions = new ArrayList<>();
        for (TreeEntry entry = node.newest(); entry != null; entry = entry.older()) {
            versions.add(version(entry));
        }
        Collections.reverse(versions);
        return versions;
    }

    /** Versions of anything but directories that the whole tree does not show, by layer, then path. */
    public List<FileVersion> hidden() {
        List<FileVersion> hidden = new ArrayList<>();
        names.forEach(node -> {
            for (TreeEntry entry = node.newest(); entry != null; entry = entry.older()) {
                if (!entry.isLive() && !entry.isDirectory()) {
                    hidden.add(version(entry));
                }
            }
        });
        hidden.sort(Comparator.comparingInt((FileVersion v) -> v.entry().layer())
                .thenComparing(v -> v.entry().path()));
        return hidden;
    }

    /** What each layer did. */
    public List<Changes> changes() {
        int[][] counts = new int[layers][3];
        long[] wasted = new long[layers];
        Set<Content> stillThere = Collections.newSetFromMap(new IdentityHashMap<>());
        List<TreeEntry> lost = new ArrayList<>();
        names.forEach(node -> {
            TreeEntry live = node.live();
            if (live != null && live.type() == EntryType.HARDLINK && live.content() != null) {
                stillThere.add(live.content());
            }
            count(node, counts, lost);
        });
        for (TreeEntry entry : lost) {
            if (!stillThere.contains(entry.content())) {
                wasted[entry.layer()] += entry.size();
            }
        }
        List<Changes> changes = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            changes.add(new Changes(counts[i][0], counts[i][1], counts[i][2], wasted[i]));
        }
        return changes;
    }

    private void count(Node node, int[][] counts, List<TreeEntry> lost) {
        for (TreeEntry entry = node.newest(); entry != null; entry = entry.older()) {
            Integer hiddenIn = entry.hiddenIn();
            if (!entry.isRepeated() && !entry.implied()) {
                boolean before = entry.layer() > 0 && node.visibleAt(entry.layer() - 1) != null;
                counts[entry.layer()][before ? 1 : 0]++;
            }
            if (hiddenIn != null && !entry.isRepeated() && node.visibleAt(hiddenIn) == null) {
                counts[hiddenIn][2]++;
            }
            if (hiddenIn != null && entry.type() == EntryType.FILE && entry.content() != null) {
                lost.add(entry);
            }
        }
    }

    private static FileVersion version(TreeEntry entry) {
        return new FileVersion(entry, entry.hiddenIn(), entry.replaced());
    }
}

package dev.jonah.inspector.tree;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.EntryType;
import dev.jonah.image.LayerEntry;
import dev.jonah.value.RawText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Applies layers, bottom to top. Each is taken as if it were extracted on its own into an empty directory and then laid
 * over the ones below: its whiteouts hide lower entries only, wherever in the layer they stand; a directory of it hides a
 * lower symbolic link instead of being written through it. Used by one thread.
 */
public final class LayerUnion {
    private final Node root = new Node("", null);
    private final NameIndex names = new NameIndex();
    private final Limits limits;
    private final boolean rootFileSystem;
    private final Parents parents;
    private LayerNotes notes = new LayerNotes(diagnostic -> {});
    private int layer = -1;

    /**
     * @param rootFileSystem whether the one layer is a root file system: there a name like that of a whiteout is the name of
     *     a file, and a character device 0/0 is the whiteout of an upper directory of overlayfs; in the tar of a layer it is
     *     the other way round
     */
    public LayerUnion(Limits limits, boolean rootFileSystem) {
        this.limits = limits;
        this.rootFileSystem = rootFileSystem;
        this.parents = new Parents(root, names, limits);
        root.put(TreeEntry.implied(root, 0));
    }

    /**
     * Applies the next layer.
     *
     * @throws LimitExceededException if names imply more directories than {@link Limits.Name#ENTRIES} allows
     */
    public void apply(List<LayerEntry> entries, Diagnostics reportTo) throws LimitExceededException {
        layer++;
        notes = new LayerNotes(reportTo);
        parents.begin(layer, notes);
        List<LayerEntry> ordinary = new ArrayList<>();
        List<List<String>> whiteouts = new ArrayList<>();
        for (LayerEntry entry : entries) {
            if (isPlain(entry)) {
                ordinary.add(entry);
                continue;
            }
            EntryName name = EntryName.of(entry.name());
            if (refused(entry, name)) {
                continue;
            }
            Marker.Kind kind = kind(name);
            if (kind.hides() && entry.size() > 0) {
                notes.warn(
                        "layer.whiteout-content",
                        name,
                        "a whiteout that holds " + entry.size() + " bytes, which no tree shows");
            }
            switch (kind) {
                case WHITEOUT -> whiteouts.add(whiteout(name));
                case OPAQUE -> opaque(name.parent());
                case HOUSEKEEPING -> notes.info("layer.housekeeping", name, "not a file of the image");
                case REFUSED -> notes.warn("layer.whiteout", name, "a whiteout of the directory itself, refused");
                case BARE -> {
                    notes.warn("layer.whiteout", name, "a whiteout of nothing, taken for a file");
                    ordinary.add(entry);
                }
                case ENTRY -> {
                    if (isOverlayWhiteout(entry, name)) {
                        continue;
                    }
                    if (OverlayMark.isOpaque(entry)) {
                        opaque(name.parts());
                    }
                    ordinary.add(entry);
                }
            }
        }
        HardLinks links = new HardLinks(root, layer, reportTo);
        for (LayerEntry entry : ordinary) {
            // Taken apart again: the parts of all names at once could take far more room than the names.
            place(entry, EntryName.of(entry.name()), links);
        }
        links.bindRest();
        for (List<String> target : whiteouts) {
            Node node = root.descendant(target);
            if (node != null && node.live() != null) {
                reportTo.warning(
                        "layer.whiteout-and-entry",
                        node.path(),
                        "whiteout and entry of one name in layer " + layer + ": the entry stays: " + node.path());
            }
        }
    }

    /** The trees of all layers applied. */
    public VersionedTree finish() {
        return new VersionedTree(root, names, layer + 1);
    }

    private Marker.Kind kind(EntryName name) {
        Marker.Kind kind = Marker.of(name.parts()).kind();
        if (rootFileSystem && kind != Marker.Kind.ENTRY) {
            notes.info("layer.whiteout", name, "called like a whiteout, in a root file system a file");
            return Marker.Kind.ENTRY;
        }
        return kind;
    }

    /** Whether an entry is one of the many about which there is nothing to say: its name need not be taken apart. */
    private boolean isPlain(LayerEntry entry) {
        String name = entry.name().latin1();
        return entry.type() != EntryType.CHAR
                && entry.attributes().isEmpty()
                && name.length() <= limits.get(Limits.Name.PATH_LENGTH)
                && !name.contains(Marker.PREFIX)
                && !name.contains("..")
                && name.indexOf(0) < 0
                && entry.name().isUtf8();
    }

    private boolean refused(LayerEntry entry, EntryName name) {
        if (entry.name().latin1().indexOf(0) >= 0) {
            notes.warn("layer.name-nul", name, "the name holds NUL, which no file system can have; refused");
            return true;
        }
        if (entry.name().length() > limits.get(Limits.Name.PATH_LENGTH)) {
            notes.diagnostics()
                    .error(
                            "layer.name-length",
                            null,
                            "a name of " + entry.name().length() + " bytes in layer " + layer + " exceeds the limit "
                                    + Limits.Name.PATH_LENGTH.id() + " = " + limits.get(Limits.Name.PATH_LENGTH)
                                    + "; left out");
            return true;
        }
        if (name.climbs()) {
            notes.warn(
                    "layer.name-climbs",
                    name,
                    "the name climbs out of the root (" + entry.name() + "), where it stays");
        } else if (!entry.name().isUtf8()) {
            notes.info("layer.name-encoding", name, "the name is not UTF-8");
        }
        return false;
    }

    private List<String> whiteout(EntryName name) {
        List<String> target = new ArrayList<>(name.parent());
        target.add(Marker.of(name.parts()).target());
        whiteOut(target);
        return target;
    }

    private void whiteOut(List<String> target) {
        Node node = root.descendant(target);
        if (node != null) {
            hide(node, false);
        }
    }

    /** Hides what lower layers have in a directory; a lower link or file in its place gives way to a directory. */
    private void opaque(List<String> directory) {
        Node node = root.descendant(directory);
        TreeEntry live = node == null ? null : node.live();
        if (node == null || live == null) {
            return;
        }
        for (Node child : node.children()) {
            hide(child, false);
        }
        if (!live.isDirectory()) {
            live.hide(layer, true);
            node.put(TreeEntry.implied(node, layer));
        }
    }

    private boolean isOverlayWhiteout(LayerEntry entry, EntryName name) {
        if (!OverlayMark.isWhiteout(entry)) {
            return false;
        }
        if (rootFileSystem) {
            notes.info("layer.overlay-whiteout", name, "0/0 character device, a whiteout of overlayfs");
            whiteOut(name.parts());
            return true;
        }
        notes.warn("layer.overlay-whiteout", name, "0/0 character device: overlayfs would take it for a whiteout");
        return false;
    }

    private void place(LayerEntry entry, EntryName name, HardLinks links) throws LimitExceededException {
        if (name.parts().isEmpty()) {
            if (entry.type() == EntryType.DIRECTORY) {
                put(root, entry);
            } else if (!name.climbs()) {
                notes.warn("layer.name-root", name, "a " + entry.type().id() + " in place of the root, refused");
            }
            return;
        }
        Node node = parents.of(name).childOrNew(name.last(), names);
        TreeEntry live = node.live();
        boolean overDirectory = live != null && live.isDirectory();
        if (live != null
                && live.layer() == layer
                && !live.implied()
                && !(overDirectory && entry.type() == EntryType.DIRECTORY)) {
            if (linksToItself(entry, name)) {
                notes.warn(
                        "layer.repeated",
                        name,
                        "repeated in layer " + layer + " as a link to itself: the first counts");
                return;
            }
            notes.warn("layer.repeated", name, "repeated in layer " + layer + ": the last one counts");
        }
        if (overDirectory && entry.type() != EntryType.DIRECTORY) {
            for (Node child : node.children()) {
                hide(child, false);
            }
        }
        TreeEntry placed = put(node, entry);
        if (entry.type() == EntryType.HARDLINK) {
            links.bind(placed);
        }
    }

    private static boolean linksToItself(LayerEntry entry, EntryName name) {
        RawText target = entry.type() == EntryType.HARDLINK ? entry.target() : null;
        return target != null && EntryName.of(target).parts().equals(name.parts());
    }

    private TreeEntry put(Node node, LayerEntry entry) {
        TreeEntry live = node.live();
        if (live != null) {
            live.hide(layer, true);
        }
        TreeEntry placed = TreeEntry.of(node, layer, entry);
        node.put(placed);
        return placed;
    }

    /** Hides a node and all below it; not by recursion, since a tree may be as deep as a name is long. */
    private void hide(Node top, boolean replaced) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(top);
        while (!open.isEmpty()) {
            Node node = open.pop();
            TreeEntry live = node.live();
            if (live == null) {
                continue;
            }
            live.hide(layer, replaced);
            if (live.isDirectory()) {
                node.children().forEach(open::push);
            }
        }
    }
}

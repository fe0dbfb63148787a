package dev.jonah.inspector.tree;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.EntryType;
import dev.jonah.image.LayerEntry;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies layers, bottom to top. Each is taken as if it were extracted on its own into an empty directory and then laid
 * over the ones below: its whiteouts hide lower entries only, wherever in the layer they stand; a directory of it hides a
 * lower symbolic link instead of being written through it. Used by one thread.
 */
public final class LayerUnion {
    private static final Set<String> OPAQUE_ATTRIBUTES =
            Set.of("trusted.overlay.opaque", "user.overlay.opaque", "user.fuseoverlayfs.opaque");

    private final Node root = new Node("", null);
    private final Limits limits;
    private final boolean overlayDevices;
    private Diagnostics diagnostics = diagnostic -> {};
    private int layer = -1;
    private long implied;
    private @Nullable Node lastParent;
    private List<String> lastParts = List.of();

    /**
     * @param overlayDevices whether character devices 0/0 are whiteouts, as in an upper directory of overlayfs; in the tar
     *     of a layer they are devices
     */
    public LayerUnion(Limits limits, boolean overlayDevices) {
        this.limits = limits;
        this.overlayDevices = overlayDevices;
        root.put(TreeEntry.implied(root, 0));
    }

    /**
     * Applies the next layer.
     *
     * @throws LimitExceededException if names imply more directories than {@link Limits.Name#ENTRIES} allows
     */
    public void apply(List<LayerEntry> entries, Diagnostics reportTo) throws LimitExceededException {
        layer++;
        lastParent = null;
        diagnostics = reportTo;
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
            switch (Marker.of(name.parts()).kind()) {
                case WHITEOUT -> whiteouts.add(whiteout(name));
                case OPAQUE -> opaque(name.parent());
                case HOUSEKEEPING -> info("layer.housekeeping", name, "not a file of the image");
                case REFUSED -> warn("layer.whiteout", name, "a whiteout of the directory itself, refused");
                case BARE -> {
                    warn("layer.whiteout", name, "a whiteout of nothing, taken for a file");
                    ordinary.add(entry);
                }
                case ENTRY -> {
                    if (isOverlayWhiteout(entry, name)) {
                        continue;
                    }
                    if (isOverlayOpaque(entry)) {
                        opaque(name.parts());
                    }
                    ordinary.add(entry);
                }
            }
        }
        HardLinks links = new HardLinks(this, layer);
        for (LayerEntry entry : ordinary) {
            // Taken apart again: the parts of all names at once could take far more room than the names.
            place(entry, EntryName.of(entry.name()), links);
        }
        links.bindRest();
        for (List<String> target : whiteouts) {
            Node node = lexical(target);
            if (node != null && node.live() != null) {
                diagnostics.warning(
                        "layer.whiteout-and-entry",
                        node.path(),
                        "whiteout and entry of one name in layer " + layer + ": the entry stays: " + node.path());
            }
        }
    }

    /** The trees of all layers applied. */
    public VersionedTree finish() {
        return new VersionedTree(root, layer + 1);
    }

    Node root() {
        return root;
    }

    Diagnostics diagnostics() {
        return diagnostics;
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
            warn("layer.name-nul", name, "the name holds NUL, which no file system can have; refused");
            return true;
        }
        if (entry.name().length() > limits.get(Limits.Name.PATH_LENGTH)) {
            diagnostics.error(
                    "layer.name-length",
                    null,
                    "a name of " + entry.name().length() + " bytes in layer " + layer + " exceeds the limit "
                            + Limits.Name.PATH_LENGTH.id() + " = " + limits.get(Limits.Name.PATH_LENGTH)
                            + "; left out");
            return true;
        }
        if (name.climbs()) {
            warn("layer.name-climbs", name, "the name climbs out of the root (" + entry.name() + "), where it stays");
        } else if (!entry.name().isUtf8()) {
            info("layer.name-encoding", name, "the name is not UTF-8");
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
        Node node = lexical(target);
        if (node != null) {
            hide(node, false);
        }
    }

    /** Hides what lower layers have in a directory; a lower link or file in its place gives way to a directory. */
    private void opaque(List<String> directory) {
        Node node = lexical(directory);
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
        if (entry.type() != EntryType.CHAR
                || entry.device() == null
                || entry.device().major() != 0
                || entry.device().minor() != 0) {
            return false;
        }
        if (overlayDevices) {
            info("layer.overlay-whiteout", name, "0/0 character device, a whiteout of overlayfs");
            whiteOut(name.parts());
            return true;
        }
        warn("layer.overlay-whiteout", name, "0/0 character device: overlayfs would take it for a whiteout");
        return false;
    }

    private static boolean isOverlayOpaque(LayerEntry entry) {
        return entry.type() == EntryType.DIRECTORY
                && entry.attributes().entrySet().stream()
                        .anyMatch(a -> OPAQUE_ATTRIBUTES.contains(a.getKey())
                                && a.getValue().latin1().startsWith("y"));
    }

    private void place(LayerEntry entry, EntryName name, HardLinks links) throws LimitExceededException {
        if (name.parts().isEmpty()) {
            if (entry.type() == EntryType.DIRECTORY) {
                put(root, entry);
            } else if (!name.climbs()) {
                warn("layer.name-root", name, "a " + entry.type().id() + " in place of the root, refused");
            }
            return;
        }
        Node parent = parent(name);
        Node node = parent.childOrNew(name.last());
        TreeEntry live = node.live();
        boolean overDirectory = live != null && live.isDirectory();
        if (live != null
                && live.layer() == layer
                && !live.implied()
                && !(overDirectory && entry.type() == EntryType.DIRECTORY)) {
            warn("layer.repeated", name, "repeated in layer " + layer + ": the last one counts");
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

    /** As {@link #directory}. Entries of one directory mostly stand together, and what held for the last one holds still. */
    private Node parent(EntryName name) throws LimitExceededException {
        List<String> parts = name.parent();
        Node last = lastParent;
        TreeEntry live = last == null ? null : last.live();
        if (last != null && live != null && live.isDirectory() && parts.equals(lastParts)) {
            return last;
        }
        Node parent = directory(parts, name);
        lastParent = parent == lexical(parts) ? parent : null;
        lastParts = parts;
        return parent;
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

    /**
     * The node of a directory that an entry of this layer lies in. Links that this layer has are followed, as an
     * extraction of the layer alone would; what lower layers have there instead of a directory gives way to one.
     */
    private Node directory(List<String> parts, EntryName name) throws LimitExceededException {
        Deque<String> rest = new ArrayDeque<>(parts);
        Node here = root;
        long hops = 0;
        while (!rest.isEmpty()) {
            String part = rest.pop();
            if (part.equals("..")) {
                here = here.parent() == null ? root : here.parent();
                continue;
            }
            Node next = here.childOrNew(part);
            TreeEntry live = next.live();
            if (live == null) {
                imply(next);
            } else if (!live.isDirectory()) {
                RawText target = live.type() == EntryType.SYMLINK && live.layer() == layer ? live.target() : null;
                warn(
                        "layer.through-link",
                        name,
                        "child written through a "
                                + (live.type() == EntryType.SYMLINK
                                        ? "symlink"
                                        : live.type().id()) + ": " + next.path());
                if (target != null
                        && ++hops <= limits.get(Limits.Name.SYMLINK_HOPS)
                        && LinkTarget.pushParts(target, rest)) {
                    here = LinkTarget.isAbsolute(target) ? root : here;
                    continue;
                }
                live.hide(layer, true);
                imply(next);
            }
            here = next;
        }
        return here;
    }

    /** One long name can imply thousands of directories, so they count too. */
    private void imply(Node node) throws LimitExceededException {
        limits.check(Limits.Name.ENTRIES, ++implied, "the number of directories that only names imply");
        node.put(TreeEntry.implied(node, layer));
    }

    /** The node of a path, no link followed; null if there is none. */
    private @Nullable Node lexical(List<String> parts) {
        Node node = root;
        for (String part : parts) {
            node = node.child(part);
            if (node == null) {
                return null;
            }
        }
        return node;
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

    private void warn(String code, EntryName name, String message) {
        ImagePath path = path(name);
        diagnostics.warning(code, path, message + ": " + path);
    }

    private void info(String code, EntryName name, String message) {
        ImagePath path = path(name);
        diagnostics.info(code, path, message + ": " + path);
    }

    private static ImagePath path(EntryName name) {
        return ImagePath.of(RawText.ofLatin1(String.join("/", name.parts())));
    }
}

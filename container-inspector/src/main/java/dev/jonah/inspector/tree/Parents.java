package dev.jonah.inspector.tree;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.EntryType;
import dev.jonah.value.RawText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the directory that an entry of a layer lies in, and makes those that no layer has an entry for. */
final class Parents {
    private final Node root;
    private final NameIndex names;
    private final Limits limits;
    private LayerNotes notes = new LayerNotes(diagnostic -> {});
    private int layer = -1;
    private long implied;
    private @Nullable Node last;
    private List<String> lastParts = List.of();

    Parents(Node root, NameIndex names, Limits limits) {
        this.root = root;
        this.names = names;
        this.limits = limits;
    }

    /** Goes on to the next layer. */
    void begin(int nextLayer, LayerNotes reportTo) {
        layer = nextLayer;
        notes = reportTo;
        last = null;
    }

    /**
     * The directory of a name. Entries of one directory mostly stand together, and what held for the last one holds still.
     *
     * @throws LimitExceededException if names imply more directories than {@link Limits.Name#ENTRIES} allows
     */
    Node of(EntryName name) throws LimitExceededException {
        List<String> parts = name.parent();
        Node known = last;
        TreeEntry live = known == null ? null : known.live();
        if (known != null && live != null && live.isDirectory() && parts.equals(lastParts)) {
            return known;
        }
        Node parent = directory(parts, name);
        last = parent == root.descendant(parts) ? parent : null;
        lastParts = parts;
        return parent;
    }

    /**
     * Links that this layer has are followed, as an extraction of the layer alone would; what lower layers have in place of
     * a directory gives way to one.
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
            Node next = here.childOrNew(part, names);
            TreeEntry live = next.live();
            if (live == null) {
                imply(next);
            } else if (!live.isDirectory()) {
                boolean symlink = live.type() == EntryType.SYMLINK;
                RawText target = symlink && live.layer() == layer ? live.target() : null;
                notes.warn(
                        "layer.through-link",
                        name,
                        "child written through a "
                                + (symlink ? "symlink" : live.type().id()) + ": " + next.path());
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
}

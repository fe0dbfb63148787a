package dev.jonah.inspector.tree;

import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One name in a directory, with every version that it had. */
final class Node {
    private static final int LONGEST_REMEMBERED = 255;

    private final String name;
    private final @Nullable Node parent;
    private @Nullable Map<String, Node> children;
    private @Nullable TreeEntry newest;
    // Of directories that were asked for; any thread may make it, and all make the same.
    private @Nullable ImagePath path;

    Node(String name, @Nullable Node parent) {
        this.name = name;
        this.parent = parent;
    }

    String name() {
        return name;
    }

    @Nullable
    Node parent() {
        return parent;
    }

    @Nullable
    Node child(String childName) {
        return children == null ? null : children.get(childName);
    }

    Node childOrNew(String childName, NameIndex names) {
        if (children == null) {
            children = new HashMap<>(4);
        }
        Node child = children.get(childName);
        if (child == null) {
            child = new Node(childName, this);
            children.put(childName, child);
            names.add(child);
        }
        return child;
    }

    /** The node of a path from here, no link followed; null if there is none. */
    @Nullable
    Node descendant(List<String> parts) {
        Node node = this;
        for (String part : parts) {
            node = node.child(part);
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    Collection<Node> children() {
        return children == null ? List.of() : children.values();
    }

    /** The version put here last, hidden or not. */
    @Nullable
    TreeEntry newest() {
        return newest;
    }

    /** The version that nothing has hidden yet, or null. */
    @Nullable
    TreeEntry live() {
        return newest != null && newest.isLive() ? newest : null;
    }

    /** The version that is there after layer {@code layer}, or null. */
    @Nullable
    TreeEntry visibleAt(int layer) {
        for (TreeEntry version = newest; version != null; version = version.below()) {
            if (version.isVisibleAt(layer)) {
                return version;
            }
        }
        return null;
    }

    void put(TreeEntry version) {
        newest = version;
    }

    ImagePath path() {
        return parent == null ? ImagePath.ROOT : parent.asDirectory().child(RawText.ofLatin1(name));
    }

    /** Remembered where it is short: a deep tree would take too much room for the paths of all its directories. */
    private ImagePath asDirectory() {
        ImagePath known = path;
        if (known == null) {
            known = fromNames();
            path = known.latin1().length() <= LONGEST_REMEMBERED ? known : null;
        }
        return known;
    }

    private ImagePath fromNames() {
        Deque<String> names = new ArrayDeque<>();
        for (Node node = this; node.parent != null; node = node.parent) {
            names.push(node.name);
        }
        StringBuilder text = new StringBuilder();
        for (String part : names) {
            text.append('/').append(part);
        }
        return ImagePath.of(RawText.ofLatin1(text.toString()));
    }
}

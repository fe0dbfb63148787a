package dev.jonah.inspector.tree;

import dev.jonah.value.ImagePath;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One name in a directory, with every version that it had. */
final class Node {
    private final String name;
    private final @Nullable Node parent;
    private @Nullable Map<String, Node> children;
    private @Nullable TreeEntry newest;

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

    Node childOrNew(String childName) {
        if (children == null) {
            children = new HashMap<>(4);
        }
        return children.computeIfAbsent(childName, key -> new Node(key, this));
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

    /** Built from the names on each call: a deep tree would take too much room for the paths of all its directories. */
    ImagePath path() {
        if (parent == null) {
            return ImagePath.ROOT;
        }
        Deque<String> names = new ArrayDeque<>();
        for (Node node = this; node.parent != null; node = node.parent) {
            names.push(node.name);
        }
        StringBuilder text = new StringBuilder();
        for (String part : names) {
            text.append('/').append(part);
        }
        return ImagePath.of(dev.jonah.value.RawText.ofLatin1(text.toString()));
    }
}

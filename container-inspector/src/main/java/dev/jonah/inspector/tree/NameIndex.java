package dev.jonah.inspector.tree;

import dev.jonah.image.FilePattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every node by its name, for all trees of an image: whoever looks for a name need not walk any of them. Made when first
 * asked for; safe for any thread after the layers are applied.
 */
final class NameIndex {
    private final Node root;
    private volatile @Nullable Map<String, List<Node>> nodes;

    NameIndex(Node root) {
        this.root = root;
    }

    /** The name that every path of a term ends in, or null if it does not ask for a whole name. */
    static @Nullable String nameOf(FilePattern.Term term) {
        return switch (term.kind()) {
            case NAME -> term.text();
            case PATH, PATH_SUFFIX -> {
                String name = term.text().substring(term.text().lastIndexOf('/') + 1);
                yield name.isEmpty() ? null : name;
            }
            case SUFFIX, BELOW, PROGRAM -> null;
        };
    }

    List<Node> named(String name) {
        Map<String, List<Node>> known = nodes;
        if (known == null) {
            known = build();
            nodes = known; // made twice at worst, and equal
        }
        return known.getOrDefault(name, List.of());
    }

    private Map<String, List<Node>> build() {
        Map<String, List<Node>> found = new HashMap<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.pop();
            found.computeIfAbsent(node.name(), key -> new ArrayList<>(1)).add(node);
            node.children().forEach(open::push);
        }
        return found;
    }
}

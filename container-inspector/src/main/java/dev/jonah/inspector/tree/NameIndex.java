package dev.jonah.inspector.tree;

import dev.jonah.image.FilePattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every node by its name, for all trees of an image: whoever looks for a name need not walk any of them. Made when first
 * asked for; safe for any thread after the layers are applied. A few dozen names are ever asked for, of a hundred thousand:
 * so making it must be cheap, and nothing is made for each name.
 */
final class NameIndex {
    private static final int END = -1;

    private final Node root;
    private volatile @Nullable Chains chains;

    NameIndex(Node root) {
        this.root = root;
    }

    /** Nodes whose names have the same bits of their hash follow one another. */
    private static final class Chains {
        private final Node[] nodes;
        private final int[] first;
        private final int[] next;

        Chains(List<Node> all) {
            nodes = all.toArray(new Node[0]);
            first = new int[Math.max(16, Integer.highestOneBit(nodes.length))];
            next = new int[nodes.length];
            Arrays.fill(first, END);
            for (int i = nodes.length - 1; i >= 0; i--) {
                int bits = bits(nodes[i].name(), first.length);
                next[i] = first[bits];
                first[bits] = i;
            }
        }

        private static int bits(String name, int size) {
            int hash = name.hashCode();
            return (hash ^ hash >>> 16) & size - 1;
        }

        List<Node> named(String name) {
            List<Node> found = new ArrayList<>();
            for (int i = first[bits(name, first.length)]; i != END; i = next[i]) {
                if (nodes[i].name().equals(name)) {
                    found.add(nodes[i]);
                }
            }
            return found;
        }
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
        Chains known = chains;
        if (known == null) {
            known = new Chains(walk());
            chains = known; // made twice at worst, and equal
        }
        return known.named(name);
    }

    private List<Node> walk() {
        List<Node> all = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.pop();
            all.add(node);
            for (Node child : node.children()) {
                open.push(child);
            }
        }
        return all;
    }
}

package dev.jonah.inspector.tree;

import dev.jonah.image.FilePattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every node of an image but its root, in the order in which they were made, and by name: whoever looks for a name need not
 * walk any tree. Filled by the one thread that applies layers; safe for any thread after that. A few dozen names are ever
 * asked for, of a hundred thousand: so adding must be cheap, and nothing is made for each name.
 */
final class NameIndex {
    private static final int END = -1;

    private Node[] nodes = new Node[256];
    private int count;
    // Nodes whose names have the same bits of their hash follow one another, the youngest first.
    private int[] first = empty(nodes.length);
    private int[] next = new int[nodes.length];

    void add(Node node) {
        if (count == nodes.length) {
            grow();
        }
        nodes[count] = node;
        chain(count++);
    }

    private void grow() {
        nodes = Arrays.copyOf(nodes, 2 * count);
        next = new int[nodes.length];
        first = empty(nodes.length);
        for (int i = 0; i < count; i++) {
            chain(i);
        }
    }

    private void chain(int i) {
        int bits = bits(nodes[i].name());
        next[i] = first[bits];
        first[bits] = i;
    }

    private int bits(String name) {
        int hash = name.hashCode();
        return (hash ^ hash >>> 16) & first.length - 1;
    }

    private static int[] empty(int size) {
        int[] heads = new int[size];
        Arrays.fill(heads, END);
        return heads;
    }

    List<Node> named(String name) {
        List<Node> found = new ArrayList<>();
        for (int i = first[bits(name)]; i != END; i = next[i]) {
            if (nodes[i].name().equals(name)) {
                found.add(nodes[i]);
            }
        }
        return found;
    }

    void forEach(Consumer<Node> visitor) {
        for (int i = 0; i < count; i++) {
            visitor.accept(nodes[i]);
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
}

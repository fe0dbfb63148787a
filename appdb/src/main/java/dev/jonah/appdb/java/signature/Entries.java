package dev.jonah.appdb.java.signature;

import java.util.ArrayList;
import java.util.List;

/**
 * Some entries of an archive.
 *
 * @param count how many
 * @param first the names of the first few, each once
 */
public record Entries(long count, List<String> first) {
    private static final int SHOWN = 5;

    static final Entries NONE = new Entries(0, List.of());

    /** Copies the list. */
    public Entries {
        first = List.copyOf(first);
    }

    Entries with(String name) {
        if (first.size() >= SHOWN || first.contains(name)) {
            return new Entries(count + 1, first);
        }
        List<String> names = new ArrayList<>(first);
        names.add(name);
        return new Entries(count + 1, names);
    }

    /** For people: {@code a, b and 3 more}. */
    @Override
    public String toString() {
        String names = String.join(", ", first);
        return count > first.size() ? names + " and " + (count - first.size()) + " more" : names;
    }
}

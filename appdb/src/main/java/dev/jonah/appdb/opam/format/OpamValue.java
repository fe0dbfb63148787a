package dev.jonah.appdb.opam.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of opam's format.
 *
 * @param text of a string, a word or a number; null for a list or group
 * @param items of a list or group, in order, without the operators between them
 * @param options what stands in braces behind it, its tokens divided by blanks; empty if there is nothing
 */
public record OpamValue(@Nullable String text, List<OpamValue> items, String options) {
    /** Copies the list. */
    public OpamValue {
        items = List.copyOf(items);
    }

    /** This value, or those in it at any depth, as far as they are no lists. */
    public List<OpamValue> leaves() {
        List<OpamValue> leaves = new ArrayList<>();
        add(this, leaves);
        return leaves;
    }

    private static void add(OpamValue value, List<OpamValue> out) {
        if (value.text() != null) {
            out.add(value);
        }
        value.items().forEach(item -> add(item, out));
    }
}

package dev.jonah.appdb.erlang.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A term of Erlang. What files of packages do not hold (funs, references, bit strings) has no kind here. */
public sealed interface Term {
    /**
     * An atom.
     *
     * @param name without quotes
     */
    record Atom(String name) implements Term {}

    /**
     * A string or a binary that is one.
     *
     * @param value what it says
     */
    record Text(String value) implements Term {}

    /**
     * A number or character.
     *
     * @param literal as written
     */
    record Numeral(String literal) implements Term {}

    /**
     * A tuple.
     *
     * @param elements in order
     */
    record Tuple(List<Term> elements) implements Term {
        /** Copies the list. */
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    /**
     * A list, or the pairs of a map as tuples.
     *
     * @param elements in order
     */
    record Sequence(List<Term> elements) implements Term {
        /** Copies the list. */
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** The name of an atom or the value of a text; null for all others. */
    default @Nullable String text() {
        return this instanceof Atom atom ? atom.name() : this instanceof Text text ? text.value() : null;
    }

    /** The elements of a list; nothing for all others. */
    default List<Term> elements() {
        return this instanceof Sequence list ? list.elements() : List.of();
    }

    /** The texts among the elements of a list, in order. */
    default List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Term element : elements()) {
            String text = element.text();
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The second element of the first pair in a list whose first is this atom or text; null if there is none. */
    default @Nullable Term get(String key) {
        for (Term element : elements()) {
            if (element instanceof Tuple pair
                    && pair.elements().size() == 2
                    && key.equals(pair.elements().get(0).text())) {
                return pair.elements().get(1);
            }
        }
        return null;
    }
}

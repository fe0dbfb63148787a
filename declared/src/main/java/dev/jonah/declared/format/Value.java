package dev.jonah.declared.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document of JSON, YAML or TOML. Whoever asks for something that is not there, or is of another kind, gets
 * nothing, never an exception: what a lock file lacks is unknown. Immutable.
 */
public sealed interface Value {
    /**
     * A scalar as it was written, whatever its type: {@code 1.10}, {@code true}.
     *
     * @param text without quotes, or null for nothing
     */
    record Text(@Nullable String text) implements Value {
        /** Nothing: what is not there, or is null. */
        static final Text NOTHING = new Text(null);
    }

    /**
     * A list.
     *
     * @param items in the order of the document
     */
    record Items(List<Value> items) implements Value {
        /** Copies the items. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * An object, mapping or table.
     *
     * @param fields by name, in the order of the document; of a repeated name the last counts
     */
    record Fields(Map<String, Value> fields) implements Value {
        /** Copies the fields. */
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** A scalar. */
    static Value of(@Nullable String text) {
        return text == null ? Text.NOTHING : new Text(text);
    }

    /** The scalar that this is, or null. */
    default @Nullable String text() {
        return this instanceof Text scalar ? scalar.text : null;
    }

    /** The scalar of this name, or null. */
    default @Nullable String text(String name) {
        return get(name).text();
    }

    /** Whether the scalar of this name is {@code true}. */
    default boolean flag(String name) {
        return "true".equals(text(name));
    }

    /** The member of this name, or nothing. */
    default Value get(String name) {
        return this instanceof Fields object ? object.fields.getOrDefault(name, Text.NOTHING) : Text.NOTHING;
    }

    /** The item at this index, or nothing. */
    default Value at(int index) {
        List<Value> items = items();
        return index < items.size() ? items.get(index) : Text.NOTHING;
    }

    /** The items of a list; empty for anything else. */
    default List<Value> items() {
        return this instanceof Items list ? list.items : List.of();
    }

    /** The members by name; empty for anything else. */
    default Map<String, Value> fields() {
        return this instanceof Fields object ? object.fields : Map.of();
    }

    /** Whether it is nothing. */
    default boolean isNothing() {
        return this instanceof Text scalar && scalar.text == null;
    }

    /** The scalars of a list, or the one scalar that this is. */
    default List<String> texts() {
        String single = text();
        if (single != null) {
            return List.of(single);
        }
        return items().stream().map(Value::text).filter(t -> t != null).toList();
    }

    /** The members that are scalars, by name. */
    default Map<String, String> scalars() {
        Map<String, String> scalars = new LinkedHashMap<>();
        fields().forEach((name, value) -> {
            String text = value.text();
            if (text != null) {
                scalars.put(name, text);
            }
        });
        return scalars;
    }
}

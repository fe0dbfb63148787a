package dev.jonah.appdb.lua.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of Lua. Numbers and truth values are kept as written; values that only running the code would tell are
 * absent.
 *
 * @param fields by key, in order: {@link String} or {@code LuaTable}; of repeated keys the last one counts
 * @param items what stands without a key, in order: {@link String} or {@code LuaTable}
 */
public record LuaTable(Map<String, Object> fields, List<Object> items) {
    private static final LuaTable EMPTY = new LuaTable(Map.of(), List.of());

    /** Copies both. */
    public LuaTable {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        items = List.copyOf(items);
    }

    /** The text of this key, or null. */
    public @Nullable String text(String key) {
        return fields.get(key) instanceof String text ? text : null;
    }

    /** The table of this key; an empty one if there is none. */
    public LuaTable table(String key) {
        return fields.get(key) instanceof LuaTable table ? table : EMPTY;
    }

    /** The items that are texts, in order. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof String text) {
                texts.add(text);
            }
        }
        return texts;
    }
}

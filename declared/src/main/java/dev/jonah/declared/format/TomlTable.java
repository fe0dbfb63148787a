package dev.jonah.declared.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of TOML while it is being filled; a member is a value, a table or an array of tables. */
final class TomlTable {
    private static final int DEEPEST = 100;

    private final Map<String, Object> members = new LinkedHashMap<>();

    private static final class Tables extends ArrayList<TomlTable> {
        private static final long serialVersionUID = 1L;
    }

    /** The table that this key leads to, made where it is missing; of an array of tables the last one. */
    TomlTable descend(List<String> key, TomlText text) throws IOException {
        if (key.size() > DEEPEST) {
            throw text.error("a key of " + key.size() + " parts");
        }
        TomlTable table = this;
        for (String part : key) {
            Object member = table.members.get(part);
            if (member == null) {
                text.count();
                member = new TomlTable();
                table.members.put(part, member);
            }
            if (member instanceof Tables tables && !tables.isEmpty()) {
                table = tables.get(tables.size() - 1);
            } else if (member instanceof TomlTable inner) {
                table = inner;
            } else {
                throw text.error("'" + part + "' is no table");
            }
        }
        return table;
    }

    void put(String name, Value value, TomlText text) throws IOException {
        if (members.putIfAbsent(name, value) != null) {
            throw text.error("'" + name + "' comes twice");
        }
    }

    /** A new table at the end of the array of this name. */
    TomlTable append(String name, TomlText text) throws IOException {
        if (!(members.computeIfAbsent(name, key -> new Tables()) instanceof Tables tables)) {
            throw text.error("'" + name + "' is no array of tables");
        }
        TomlTable table = new TomlTable();
        tables.add(table);
        return table;
    }

    /** Takes the tables of an array out, which stays there. */
    List<Value> takeItems(String name) {
        List<Value> items = new ArrayList<>();
        if (members.get(name) instanceof Tables tables) {
            tables.forEach(table -> items.add(table.toValue()));
            tables.clear();
        }
        return items;
    }

    /** Removes what this key leads to; where an array of tables lies on the way, only the last one of that. */
    void drop(List<String> key) {
        TomlTable table = this;
        for (int i = 0; i < key.size(); i++) {
            Object member = table.members.get(key.get(i));
            if (member instanceof Tables tables && !tables.isEmpty()) {
                tables.remove(tables.size() - 1);
                return;
            } else if (i == key.size() - 1) {
                table.members.remove(key.get(i));
            } else if (member instanceof TomlTable inner) {
                table = inner;
            } else {
                return;
            }
        }
    }

    List<String> names() {
        return List.copyOf(members.keySet());
    }

    Value toValue() {
        Map<String, Value> fields = new LinkedHashMap<>();
        members.forEach((name, member) -> {
            if (member instanceof Tables tables) {
                fields.put(
                        name,
                        new Value.Items(tables.stream().map(TomlTable::toValue).toList()));
            } else {
                fields.put(name, member instanceof TomlTable table ? table.toValue() : (Value) member);
            }
        });
        return new Value.Fields(fields);
    }
}

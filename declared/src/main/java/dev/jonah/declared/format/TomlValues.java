package dev.jonah.declared.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keys and values of TOML (toml.io, v1.0.0). */
final class TomlValues {
    private static final int DEEPEST = 100;

    private final TomlText text;

    TomlValues(TomlText text) {
        this.text = text;
    }

    /** A key with its parts, {@code a."b.c"}, and the blanks behind it. */
    List<String> key() throws IOException {
        List<String> parts = new ArrayList<>();
        do {
            if (!parts.isEmpty()) {
                text.next();
            }
            text.skipBlanks();
            int c = text.peek();
            parts.add(c == '"' || c == '\'' ? new TomlString(text).read() : bareKey());
            text.skipBlanks();
        } while (text.peek() == '.');
        return parts;
    }

    private String bareKey() throws IOException {
        StringBuilder out = new StringBuilder();
        for (int c = text.peek(); isBare(c); c = text.peek()) {
            out.append((char) text.next());
        }
        if (out.length() == 0) {
            throw text.error("a key is missing");
        }
        return out.toString();
    }

    private static boolean isBare(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    Value value(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw text.error("it nests more than " + DEEPEST + " levels");
        }
        text.count();
        text.skipBlanks();
        switch (text.peek()) {
            case '"', '\'' -> {
                return Value.of(new TomlString(text).read());
            }
            case '[' -> {
                return array(depth);
            }
            case '{' -> {
                return inlineTable(depth);
            }
            default -> {
                return Value.of(scalar());
            }
        }
    }

    /** A number, date or boolean. A space may stand between date and time. */
    private String scalar() throws IOException {
        StringBuilder out = new StringBuilder();
        for (int c = text.peek(); isBare(c) || c == '+' || c == '.' || c == ':' || c == ' '; c = text.peek()) {
            out.append((char) text.next());
        }
        String scalar = out.toString().strip();
        if (scalar.isEmpty()) {
            throw text.error("a value is missing");
        }
        return scalar;
    }

    private Value array(int depth) throws IOException {
        List<Value> items = new ArrayList<>();
        text.next();
        while (true) {
            text.skipBlankLines();
            if (text.peek() == ']') {
                break;
            }
            items.add(value(depth + 1));
            text.skipBlankLines();
            if (text.peek() != ',') {
                break;
            }
            text.next();
        }
        text.expect(']');
        return new Value.Items(items);
    }

    private Value inlineTable(int depth) throws IOException {
        TomlTable table = new TomlTable();
        text.next();
        while (true) {
            // Line ends and a comma before the brace are of TOML 1.1.
            text.skipBlankLines();
            if (text.peek() == '}') {
                break;
            }
            List<String> key = key();
            text.expect('=');
            TomlTable home = table.descend(key.subList(0, key.size() - 1), text);
            home.put(key.get(key.size() - 1), value(depth + 1), text);
            text.skipBlankLines();
            if (text.peek() != ',') {
                break;
            }
            text.next();
        }
        text.expect('}');
        return table.toValue();
    }
}

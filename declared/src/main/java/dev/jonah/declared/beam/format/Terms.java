package dev.jonah.declared.beam.format;

import dev.jonah.declared.format.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the terms of Elixir and Erlang that stand in a lock file: texts, atoms, numbers, {@code {tuples}}, {@code [lists]}
 * with {@code key: value}, maps, and {@code <<"binaries">>}. A list of pairs becomes fields, a tuple becomes items; nothing
 * is run.
 */
final class Terms {
    private static final int DEEPEST = 100;

    private final String text;
    private int next;

    Terms(String text) {
        this.text = text;
    }

    Value read(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw error("it nests more than " + DEEPEST + " levels");
        }
        char c = peek();
        if (c == '"') {
            return Value.of(string());
        }
        if (c == '{' || c == '[') {
            next++;
            return members(c == '{' ? '}' : ']', depth);
        }
        if (text.startsWith("<<", next)) {
            return Value.of(binary());
        }
        if (text.startsWith("%{", next)) {
            next += 2;
            return members('}', depth);
        }
        return Value.of(word());
    }

    /** Whether another term follows; the full stop that ends one of Erlang is passed over. */
    boolean more() throws IOException {
        while (next < text.length() && (text.charAt(next) <= ' ' || text.charAt(next) == '.')) {
            next++;
        }
        return next < text.length();
    }

    /** {@code <<"text">>} and {@code <<"text"/utf8>>}. */
    private String binary() throws IOException {
        next += 2;
        String content = peek() == '"' ? string() : "";
        int end = text.indexOf(">>", next);
        if (end < 0) {
            throw error("a binary is not closed");
        }
        next = end + 2;
        return content;
    }

    private Value members(char end, int depth) throws IOException {
        Map<String, Value> fields = new LinkedHashMap<>();
        List<Value> items = new ArrayList<>();
        while (peek() != end) {
            Value member = read(depth + 1);
            String key = member.text();
            if (key != null && peek() == ':' && !text.startsWith("::", next)) {
                next++;
                fields.put(key, read(depth + 1));
            } else if (key != null && text.startsWith("=>", next)) {
                next += 2;
                fields.put(key, read(depth + 1));
            } else {
                items.add(member);
            }
            if (peek() == ',') {
                next++;
            } else if (peek() != end) {
                throw error("something stands where a comma should");
            }
        }
        next++;
        return fields.isEmpty() || !items.isEmpty() ? tuple(items, fields) : new Value.Fields(fields);
    }

    /** Pairs at the end of a list or tuple are a list of their own. */
    private static Value tuple(List<Value> items, Map<String, Value> fields) {
        if (!fields.isEmpty()) {
            items.add(new Value.Fields(fields));
        }
        return new Value.Items(items);
    }

    private String string() throws IOException {
        StringBuilder out = new StringBuilder();
        for (next++; next < text.length() && text.charAt(next) != '"'; next++) {
            if (text.charAt(next) == '\\' && next + 1 < text.length()) {
                next++;
            }
            out.append(text.charAt(next));
        }
        if (next >= text.length()) {
            throw error("a text is not closed");
        }
        next++;
        return out.toString();
    }

    /** An atom without its colon, a number, or the key of a pair. */
    private String word() throws IOException {
        if (peek() == ':') {
            next++;
            if (next < text.length() && text.charAt(next) == '"') {
                return string();
            }
        }
        int start = next;
        while (next < text.length() && isWord(text.charAt(next))) {
            next++;
        }
        if (start == next) {
            throw error("a term is missing");
        }
        return text.substring(start, next);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || "_@.?!-+".indexOf(c) >= 0;
    }

    /** The next character behind blanks and comments. */
    private char peek() throws IOException {
        while (next < text.length() && (text.charAt(next) <= ' ' || text.charAt(next) == '#')) {
            if (text.charAt(next) == '#') {
                int end = text.indexOf('\n', next);
                next = end < 0 ? text.length() : end;
            } else {
                next++;
            }
        }
        if (next >= text.length()) {
            throw error("it breaks off");
        }
        return text.charAt(next);
    }

    private IOException error(String what) {
        return new IOException("it is no list of terms: " + what + " at character " + next);
    }
}

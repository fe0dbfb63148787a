package dev.jonah.appdb.opam.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the format of opam; strings stand for themselves, all else is kept as written. */
final class OpamParser {
    private static final int DEEPEST = 100;
    private static final int MOST_VALUES = 1_000_000;
    private static final String SYMBOLS = "[](){}:";

    private final String source;
    private final Map<String, OpamValue> fields;
    private int at;
    private int values;
    /** The token at hand; null at the end. */
    private @Nullable String token;

    private boolean string;
    private boolean broken;

    OpamParser(String source, Map<String, OpamValue> fields) {
        this.source = source;
        this.fields = fields;
        next();
    }

    /** Puts all fields into the map; whether that was all of the file. */
    boolean read() {
        return fields("", 0) && token == null && !broken;
    }

    /** Fields and sections up to a closing brace or the end. */
    private boolean fields(String prefix, int depth) {
        while (token != null && !is("}")) {
            String name = token;
            if (string || isSymbol(name) || depth > DEEPEST) {
                return false;
            }
            next();
            if (take(":")) {
                OpamValue value = value(0);
                if (value == null) {
                    return false;
                }
                fields.putIfAbsent(prefix + name, value);
            } else {
                if (string) {
                    next();
                }
                if (!take("{") || !fields(prefix + name + ".", depth + 1) || !take("}")) {
                    return false;
                }
            }
        }
        return true;
    }

    private @Nullable OpamValue value(int depth) {
        if (token == null || depth > DEEPEST || ++values > MOST_VALUES) {
            return null;
        }
        if (!string && (is("[") || is("("))) {
            String end = is("[") ? "]" : ")";
            next();
            List<OpamValue> items = new ArrayList<>();
            while (!take(end)) {
                if (!string && (is("&") || is("|") || is("!"))) {
                    next();
                    continue;
                }
                OpamValue item = value(depth + 1);
                if (item == null) {
                    return null;
                }
                items.add(item);
            }
            String options = options();
            return options == null ? null : new OpamValue(null, items, options);
        }
        String text = token;
        if (!string && isSymbol(text)) {
            return null;
        }
        next();
        String options = options();
        return options == null ? null : new OpamValue(text, List.of(), options);
    }

    /** What stands in braces; empty if there are none, null if they do not end. */
    private @Nullable String options() {
        StringBuilder text = new StringBuilder();
        if (!take("{")) {
            return "";
        }
        for (int open = 1; token != null; ) {
            open += is("{") ? 1 : is("}") ? -1 : 0;
            if (open == 0) {
                next();
                return text.toString();
            }
            text.append(text.length() == 0 ? "" : " ").append(string ? '"' + token + '"' : token);
            next();
        }
        return null;
    }

    private boolean is(String symbol) {
        return !string && symbol.equals(token);
    }

    private boolean take(String symbol) {
        boolean found = is(symbol);
        if (found) {
            next();
        }
        return found;
    }

    private static boolean isSymbol(String text) {
        return text.length() == 1 && SYMBOLS.contains(text);
    }

    private void next() {
        skip();
        string = false;
        if (at >= source.length()) {
            token = null;
            return;
        }
        char c = source.charAt(at);
        if (c == '"') {
            boolean three = source.startsWith("\"\"\"", at);
            token = quoted(three ? "\"\"\"" : "\"");
            string = token != null;
            broken = token == null;
            return;
        }
        int start = at++;
        boolean symbol = SYMBOLS.indexOf(c) >= 0;
        boolean word = isWord(c);
        while (!symbol && at < source.length() && continues(source.charAt(at), word)) {
            at++;
        }
        token = source.substring(start, at);
    }

    private static boolean continues(char c, boolean word) {
        return word ? isWord(c) : "<>=!&|~".indexOf(c) >= 0;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || "_-+.%/".indexOf(c) >= 0;
    }

    private void skip() {
        while (at < source.length()) {
            if (Character.isWhitespace(source.charAt(at))) {
                at++;
            } else if (source.charAt(at) == '#') {
                int end = source.indexOf('\n', at);
                at = end < 0 ? source.length() : end;
            } else if (source.startsWith("(*", at)) {
                int end = source.indexOf("*)", at);
                at = end < 0 ? source.length() : end + 2;
            } else {
                return;
            }
        }
    }

    /** Null, and at the end of the source, if the string does not end. */
    private @Nullable String quoted(String mark) {
        StringBuilder out = new StringBuilder();
        for (int i = at + mark.length(); i < source.length(); i++) {
            if (source.startsWith(mark, i)) {
                at = i + mark.length();
                return out.toString();
            }
            char c = source.charAt(i);
            if (c == '\\' && i + 1 < source.length()) {
                i++;
                char escaped = source.charAt(i);
                int simple = "nrtb".indexOf(escaped);
                if (escaped == '\n') {
                    continue;
                }
                out.append(simple < 0 ? escaped : "\n\r\t\b".charAt(simple));
            } else {
                out.append(c);
            }
        }
        at = source.length();
        return null;
    }
}

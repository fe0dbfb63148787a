package dev.jonah.appdb.lua.format;

import org.jspecify.annotations.Nullable;

/** Splits Lua source (Lua 5.4 manual, 3.1) into tokens: one character is one byte. */
final class LuaTokens {
    /** What a token is. */
    enum Kind {
        NAME,
        STRING,
        NUMBER,
        SYMBOL,
        END,
        /** Source that no program of Lua has: a string that does not end, for example. */
        BAD
    }

    /** Far more signs of equality in the brackets of long strings than anybody writes. */
    private static final int MOST_LEVELS = 20;

    private final String source;
    private final boolean[] unclosed = new boolean[MOST_LEVELS];
    private int at;
    private Kind kind = Kind.END;
    private String text = "";

    LuaTokens(String source) {
        this.source = source;
        this.at = source.startsWith("#") ? lineEnd(0) : 0;
        next();
    }

    Kind kind() {
        return kind;
    }

    /** The name, symbol or number as written, the string as meant. */
    String text() {
        return text;
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Passes over this symbol if it is the token at hand. */
    boolean take(String symbol) {
        boolean found = is(symbol);
        if (found) {
            next();
        }
        return found;
    }

    void next() {
        skip();
        if (at >= source.length()) {
            set(Kind.END, "");
            return;
        }
        char c = source.charAt(at);
        if (Character.isLetter(c) && c < 128 || c == '_') {
            int start = at;
            while (at < source.length() && isWord(source.charAt(at))) {
                at++;
            }
            set(Kind.NAME, source.substring(start, at));
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (c == '[' && longBracket(at) != null) {
            String content = longBracket(at);
            set(content == null ? Kind.BAD : Kind.STRING, content == null ? "" : content);
            at = Math.min(source.length(), longEnd(at));
        } else if (isDigit(c) || c == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1))) {
            number();
        } else if (source.startsWith("..", at) && !source.startsWith("...", at)) {
            at += 2;
            set(Kind.SYMBOL, "..");
        } else {
            at++;
            set(Kind.SYMBOL, String.valueOf(c));
        }
    }

    private void set(Kind newKind, String newText) {
        kind = newKind;
        text = newText;
    }

    /** Passes over blanks and comments. */
    private void skip() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == ' ' || c >= '\t' && c <= '\r') {
                at++;
            } else if (source.startsWith("--", at)) {
                at = longBracket(at + 2) == null ? lineEnd(at) : Math.min(source.length(), longEnd(at + 2));
            } else {
                return;
            }
        }
    }

    private int lineEnd(int from) {
        int end = source.indexOf('\n', from);
        return end < 0 ? source.length() : end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return c == '_' || c < 128 && Character.isLetterOrDigit(c);
    }

    private void number() {
        int start = at;
        while (at < source.length()
                && (isWord(source.charAt(at))
                        || source.charAt(at) == '.' && !source.startsWith("..", at)
                        || (source.charAt(at) == '+' || source.charAt(at) == '-')
                                && "eEpP".indexOf(source.charAt(at - 1)) >= 0)) {
            at++;
        }
        set(Kind.NUMBER, source.substring(start, at));
    }

    /** Signs of equality between the brackets that open a long string here, or -1. */
    private int level(int from) {
        if (from >= source.length() || source.charAt(from) != '[') {
            return -1;
        }
        int end = from + 1;
        while (end < source.length() && source.charAt(end) == '=') {
            end++;
        }
        return end < source.length() && source.charAt(end) == '[' ? end - from - 1 : -1;
    }

    /** Where the closing brackets of this level are, or -1; what is not found once is not searched again. */
    private int close(int level, int from) {
        int close = level >= MOST_LEVELS || unclosed[level] ? -1 : source.indexOf("]" + "=".repeat(level) + "]", from);
        if (close < 0 && level < MOST_LEVELS) {
            unclosed[level] = true;
        }
        return close;
    }

    private int longEnd(int from) {
        int level = level(from);
        int close = close(level, from + level + 2);
        return close < 0 ? source.length() : close + level + 2;
    }

    /** What a long string that opens here holds; null if none does, or it does not end. */
    private @Nullable String longBracket(int from) {
        int level = level(from);
        if (level < 0) {
            return null;
        }
        int start = from + level + 2;
        int close = close(level, start);
        if (close < 0) {
            return null;
        }
        String content = source.substring(start, close);
        return content.startsWith("\r\n")
                ? content.substring(2)
                : content.startsWith("\n") ? content.substring(1) : content;
    }

    private void quoted(char quote) {
        StringBuilder out = new StringBuilder();
        for (int i = at + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == quote) {
                at = i + 1;
                set(Kind.STRING, out.toString());
                return;
            }
            if (c == '\n') {
                break;
            }
            if (c == '\\' && i + 1 < source.length()) {
                i = escape(i + 1, out);
            } else {
                out.append(c);
            }
        }
        at = source.length();
        set(Kind.BAD, "");
    }

    /** Adds what an escape means; the place of its last character. */
    private int escape(int from, StringBuilder out) {
        char c = source.charAt(from);
        int simple = "abfnrtv".indexOf(c);
        if (simple >= 0) {
            out.append("\u0007\b\f\n\r\t\u000b".charAt(simple));
            return from;
        }
        if (c == 'x' && from + 2 < source.length()) {
            int high = Character.digit(source.charAt(from + 1), 16);
            int low = Character.digit(source.charAt(from + 2), 16);
            if (high >= 0 && low >= 0) {
                out.append((char) (high << 4 | low));
                return from + 2;
            }
        }
        if (isDigit(c)) {
            int end = from;
            int value = 0;
            while (end < source.length() && end < from + 3 && isDigit(source.charAt(end))) {
                value = value * 10 + source.charAt(end++) - '0';
            }
            out.append((char) (value & 0xff));
            return end - 1;
        }
        if (c == 'z') {
            int end = from;
            while (end + 1 < source.length() && Character.isWhitespace(source.charAt(end + 1))) {
                end++;
            }
            return end;
        }
        out.append(c);
        return from;
    }
}

package dev.jonah.sysdb.rpm.storage;

import java.util.ArrayList;
import java.util.List;

/** Splits an SQL statement into words, quoted names, strings and signs; spaces and comments are left out. */
final class SqlTokens {
    private final String text;
    private int at;

    private SqlTokens(String text) {
        this.text = text;
    }

    /**
     * One of them.
     *
     * @param text without the quotes
     * @param quoted whether there were any: what is quoted is a name and no keyword
     */
    record Token(String text, boolean quoted) {
        boolean is(String keyword) {
            return !quoted && text.equalsIgnoreCase(keyword);
        }
    }

    static List<Token> of(String statement) {
        SqlTokens tokens = new SqlTokens(statement);
        List<Token> all = new ArrayList<>();
        while (tokens.toNext()) {
            all.add(tokens.next());
        }
        return all;
    }

    /** Skips what is none; false at the end. */
    private boolean toNext() {
        while (at < text.length()) {
            if (text.startsWith("--", at)) {
                at = after("\n", at + 2);
            } else if (text.startsWith("/*", at)) {
                at = after("*/", at + 2);
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private Token next() {
        int start = at;
        char first = text.charAt(at);
        if (first == '"' || first == '`' || first == '\'' || first == '[') {
            return quoted(first == '[' ? ']' : first);
        }
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        at = Math.max(at, start + 1);
        return new Token(text.substring(start, at), false);
    }

    /** A doubled quote stands for one. */
    private Token quoted(char quote) {
        StringBuilder name = new StringBuilder();
        int from = at + 1;
        while (true) {
            int close = text.indexOf(quote, from);
            if (close < 0) {
                at = text.length();
                return new Token(name.append(text, from, at).toString(), true);
            }
            name.append(text, from, close);
            at = close + 1;
            if (quote == ']' || at == text.length() || text.charAt(at) != quote) {
                return new Token(name.toString(), true);
            }
            name.append(quote);
            from = at + 1;
        }
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 0x7f;
    }
}

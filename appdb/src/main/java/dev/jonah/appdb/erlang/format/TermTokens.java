package dev.jonah.appdb.erlang.format;

/** Splits Erlang source (Erlang reference manual, "Data types") into tokens. */
final class TermTokens {
    /** What a token is. */
    enum Kind {
        ATOM,
        STRING,
        NUMBER,
        SYMBOL,
        END,
        /** A quotation that does not end. */
        BAD
    }

    private final String source;
    private int at;
    private Kind kind = Kind.END;
    private String text = "";

    TermTokens(String source) {
        this.source = source;
        next();
    }

    Kind kind() {
        return kind;
    }

    /** Atom and string as meant, number and symbol as written. */
    String text() {
        return text;
    }

    /** Passes over this symbol if it is the token at hand. */
    boolean take(String symbol) {
        boolean found = kind == Kind.SYMBOL && text.equals(symbol);
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
        if (c == '"' || c == '\'') {
            quoted(c);
        } else if (Character.isLowerCase(c)) {
            int start = at;
            while (at < source.length() && isWord(source.charAt(at))) {
                at++;
            }
            set(Kind.ATOM, source.substring(start, at));
        } else if (isDigit(c)) {
            number();
        } else if (c == '$' && at + 1 < source.length()) {
            StringBuilder character = new StringBuilder();
            at = source.charAt(at + 1) == '\\' && at + 2 < source.length() ? escape(at + 2, character) + 1 : at + 2;
            set(Kind.NUMBER, source.substring(Math.max(0, at - 1), at));
        } else {
            boolean two = source.startsWith("<<", at) || source.startsWith(">>", at) || source.startsWith("=>", at);
            int start = at;
            at += two ? 2 : 1;
            set(Kind.SYMBOL, source.substring(start, at));
        }
    }

    private void set(Kind newKind, String newText) {
        kind = newKind;
        text = newText;
    }

    private void skip() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '%') {
                int end = source.indexOf('\n', at);
                at = end < 0 ? source.length() : end;
            } else if (Character.isWhitespace(c) || c == '\ufeff') {
                at++;
            } else {
                return;
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '@';
    }

    /** An integer in any base, or a float; a full stop belongs to it only before a digit. */
    private void number() {
        int start = at;
        while (at < source.length()) {
            char c = source.charAt(at);
            boolean point = c == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1));
            boolean sign = (c == '-' || c == '+') && "eE".indexOf(source.charAt(at - 1)) >= 0;
            if (!isWord(c) && c != '#' && !point && !sign) {
                break;
            }
            at++;
        }
        set(Kind.NUMBER, source.substring(start, at));
    }

    private void quoted(char quote) {
        StringBuilder out = new StringBuilder();
        for (int i = at + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == quote) {
                at = i + 1;
                set(quote == '"' ? Kind.STRING : Kind.ATOM, out.toString());
                return;
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
        int simple = "bdefnrstv".indexOf(c);
        if (simple >= 0) {
            out.append("\b\u007f\u001b\f\n\r \t\u000b".charAt(simple));
            return from;
        }
        if (c >= '0' && c <= '7') {
            int end = from;
            int value = 0;
            while (end < source.length() && end < from + 3 && source.charAt(end) >= '0' && source.charAt(end) <= '7') {
                value = value * 8 + source.charAt(end++) - '0';
            }
            out.append((char) value);
            return end - 1;
        }
        if (c == 'x' && from + 1 < source.length()) {
            boolean braces = source.charAt(from + 1) == '{';
            int end = braces ? source.indexOf('}', from) : from + 3;
            int start = from + (braces ? 2 : 1);
            if (end > start && end <= source.length() && end - start <= 6) {
                return hexadecimal(source.substring(start, end), out) ? end - (braces ? 0 : 1) : from;
            }
        }
        if (c != '\n') {
            out.append(c);
        }
        return from;
    }

    private static boolean hexadecimal(String digits, StringBuilder out) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                return false;
            }
            value = value * 16 + digit;
        }
        if (!Character.isValidCodePoint(value)) {
            return false;
        }
        out.appendCodePoint(value);
        return true;
    }
}

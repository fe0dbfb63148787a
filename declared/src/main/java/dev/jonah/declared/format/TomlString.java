package dev.jonah.declared.format;

import java.io.IOException;

/** The four kinds of strings of TOML. */
final class TomlString {
    /** Far longer than what lock files hold; a description is some hundred bytes. */
    private static final int LONGEST = 16 << 20;

    private final TomlText text;
    private final StringBuilder out = new StringBuilder();

    TomlString(TomlText text) {
        this.text = text;
    }

    String read() throws IOException {
        int quote = text.next();
        if (text.peek() != quote) {
            single(quote);
            return out.toString();
        }
        text.next();
        if (text.peek() == quote) {
            text.next();
            multiLine(quote);
        }
        return out.toString();
    }

    private void single(int quote) throws IOException {
        for (int c = text.next(); c != quote; c = text.next()) {
            if (c < 0 || c == '\n') {
                throw text.error("a string is not closed");
            }
            append(c, quote);
        }
    }

    private void multiLine(int quote) throws IOException {
        if (text.peek() == '\n') {
            text.next();
        }
        int quotes = 0;
        while (quotes < 3) {
            int c = text.next();
            if (c < 0) {
                throw text.error("a string is not closed");
            }
            quotes = c == quote ? quotes + 1 : 0;
            append(c, quote);
        }
        // Up to two quotes may stand before the closing three.
        for (int i = 0; i < 2 && text.peek() == quote; i++) {
            out.append((char) text.next());
        }
        out.setLength(out.length() - 3);
    }

    private void append(int c, int quote) throws IOException {
        if (c == '\\' && quote == '"') {
            escape();
        } else {
            out.append((char) c);
        }
        if (out.length() > LONGEST) {
            throw text.error("a string of more than " + LONGEST + " characters");
        }
    }

    private void escape() throws IOException {
        int c = text.next();
        switch (c) {
            case 'b' -> out.append('\b');
            case 't' -> out.append('\t');
            case 'n' -> out.append('\n');
            case 'f' -> out.append('\f');
            case 'r' -> out.append('\r');
            case 'e' -> out.append('\u001b');
            case '"', '\\' -> out.append((char) c);
            case 'x' -> code(2);
            case 'u' -> code(4);
            case 'U' -> code(8);
            case ' ', '\t', '\n' -> {
                while (text.peek() == ' ' || text.peek() == '\t' || text.peek() == '\n') {
                    text.next();
                }
            }
            default -> throw text.error("an unknown escape in a string");
        }
    }

    private void code(int digits) throws IOException {
        long code = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.next(), 16);
            if (digit < 0) {
                throw text.error("an escape of a string is malformed");
            }
            code = code << 4 | digit;
        }
        if (code > Character.MAX_CODE_POINT) {
            throw text.error("an escape of a string is no character");
        }
        out.appendCodePoint((int) code);
    }
}

package dev.jonah.appdb.ruby.format;

/** A position in Ruby code, and what may be passed over there. */
final class RubyCursor {
    /** The text goes on in another way than RubyGems writes it. */
    static final class ForeignException extends Exception {
        private static final long serialVersionUID = 1;

        ForeignException(String message) {
            super(message, null, false, false);
        }
    }

    private final String text;
    private int at;

    /** Scans {@code latin1}, one character for each byte. */
    RubyCursor(String latin1) {
        this.text = latin1;
    }

    int position() {
        return at;
    }

    void position(int value) {
        at = value;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** Passes over blanks, and over line feeds and comments if asked. */
    void skip(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (lines && c == '#') {
                skipLine();
            } else if (c == ' ' || c == '\t' || c == '\r' || lines && (c == '\n' || c == ';')) {
                at++;
            } else {
                return;
            }
        }
    }

    /** Goes to the start of the next line. */
    void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
    }

    /** Passes over {@code expected} if it stands here. */
    boolean accept(String expected) {
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    void expect(String expected) throws ForeignException {
        if (!accept(expected)) {
            throw new ForeignException("no " + expected);
        }
    }

    /** Nothing but a comment may stand on the rest of the line. */
    void expectEndOfLine() throws ForeignException {
        skip(false);
        if (!atEnd() && text.charAt(at) != '\n' && text.charAt(at) != '#') {
            throw new ForeignException("more on the line");
        }
    }

    /** A name with {@code ::}, empty if none stands here. */
    String word() {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == ':';
    }

    /** The character that stands here, or NUL at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    /** The next character, which must be there. */
    char next() throws ForeignException {
        if (atEnd()) {
            throw new ForeignException("at the end");
        }
        return text.charAt(at++);
    }

    /** The next so many characters. */
    String next(int count) throws ForeignException {
        if (count > text.length() - at) {
            throw new ForeignException("at the end");
        }
        at += count;
        return text.substring(at - count, at);
    }
}

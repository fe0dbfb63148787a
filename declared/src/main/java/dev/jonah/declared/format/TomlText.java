package dev.jonah.declared.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The characters of a document of TOML, one ahead; line ends are line feeds, a byte order mark is passed over. */
final class TomlText {
    /** Values that are held at once. */
    private static final int MOST_VALUES = 1_000_000;

    private final Reader in;
    private int ahead;
    private int line = 1;
    private int values;

    TomlText(InputStream bytes) throws IOException {
        in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        ahead = read();
        if (ahead == '\ufeff') {
            ahead = read();
        }
    }

    private int read() throws IOException {
        int c = in.read();
        if (c == '\r') {
            in.mark(1);
            if (in.read() == '\n') {
                return '\n';
            }
            in.reset();
        }
        return c;
    }

    /** The next character without taking it, or -1. */
    int peek() {
        return ahead;
    }

    int next() throws IOException {
        int taken = ahead;
        ahead = read();
        if (taken == '\n') {
            line++;
        }
        return taken;
    }

    /** Notes that a value was read. */
    void count() throws IOException {
        if (++values > MOST_VALUES) {
            throw error("more than " + MOST_VALUES + " values that belong together");
        }
    }

    /** Notes that so many values are let go. */
    void forget(int count) {
        values -= count;
    }

    void skipBlanks() throws IOException {
        while (ahead == ' ' || ahead == '\t') {
            next();
        }
    }

    /** Skips blanks, line ends and comments. */
    void skipBlankLines() throws IOException {
        while (ahead == ' ' || ahead == '\t' || ahead == '\n' || ahead == '#') {
            if (ahead == '#') {
                skipComment();
            } else {
                next();
            }
        }
    }

    /** Skips blanks and a comment up to the end of the line, which must come then. */
    void endOfLine() throws IOException {
        skipBlanks();
        if (ahead == '#') {
            skipComment();
        }
        if (ahead >= 0 && ahead != '\n') {
            throw error("something stands behind the end of a value");
        }
    }

    private void skipComment() throws IOException {
        while (ahead >= 0 && ahead != '\n') {
            next();
        }
    }

    /** Takes this character, with blanks before it. */
    void expect(char c) throws IOException {
        skipBlanks();
        expectNext(c);
    }

    void expectNext(char c) throws IOException {
        if (ahead != c) {
            throw error("'" + c + "' is missing");
        }
        next();
    }

    IOException error(String what) {
        return new IOException("it is no TOML: " + what + " at line " + line);
    }
}

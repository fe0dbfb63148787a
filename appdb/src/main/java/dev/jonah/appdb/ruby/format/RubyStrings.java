package dev.jonah.appdb.ruby.format;

import dev.jonah.appdb.ruby.format.RubyCursor.ForeignException;
import dev.jonah.value.RawText;
import java.nio.charset.StandardCharsets;

/** Reads literals of texts, in the three forms that RubyGems writes. One with interpolation is no literal. */
final class RubyStrings {
    private static final String ESCAPES = "ntrsbafve0";
    private static final String ESCAPED = "\n\t\r \b\u0007\f\u000b\u001b\0";
    private static final int MOST_DIGITS = 6;

    private final RubyCursor in;

    RubyStrings(RubyCursor in) {
        this.in = in;
    }

    /** {@code %q<…>} with any of the four kinds of brackets, which may be nested. */
    RawText percent() throws ForeignException {
        in.expect("%q");
        int kind = "<({[".indexOf(in.peek());
        if (kind < 0) {
            throw new ForeignException("another kind of literal");
        }
        return quoted("<({[".charAt(kind), ">)}]".charAt(kind));
    }

    /** A text between these, which stand for themselves behind a backslash. */
    RawText quoted(char open, char close) throws ForeignException {
        in.expect(String.valueOf(open));
        StringBuilder out = new StringBuilder();
        int nested = 0;
        while (true) {
            char c = in.next();
            char after = in.peek();
            if (c == '\\' && (after == '\\' || after == open || after == close)) {
                c = in.next();
            } else if (c == close) {
                if (nested-- == 0) {
                    return RawText.ofLatin1(out.toString());
                }
            } else if (c == open) {
                nested++;
            }
            out.append(c);
        }
    }

    /** A text with escapes. */
    RawText doubleQuoted() throws ForeignException {
        in.expect("\"");
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = in.next();
            if (c == '"') {
                return RawText.ofLatin1(out.toString());
            }
            if (c == '#' && "{$@".indexOf(in.peek()) >= 0) {
                throw new ForeignException("interpolation");
            }
            if (c == '\\') {
                escape(in.next(), out);
            } else {
                out.append(c);
            }
        }
    }

    private void escape(char c, StringBuilder out) throws ForeignException {
        int simple = ESCAPES.indexOf(c);
        if (c == 'u') {
            byte[] bytes = Character.toString(in.accept("{") ? braces() : hexadecimal(in.next(4)))
                    .getBytes(StandardCharsets.UTF_8);
            out.append(new String(bytes, StandardCharsets.ISO_8859_1));
        } else if (c == 'x') {
            out.append((char) hexadecimal(in.next(2)));
        } else if (simple >= 0) {
            out.append(ESCAPED.charAt(simple));
        } else {
            out.append(c);
        }
    }

    private int braces() throws ForeignException {
        StringBuilder digits = new StringBuilder();
        while (!in.accept("}")) {
            digits.append(in.next());
            if (digits.length() > MOST_DIGITS) {
                throw new ForeignException("a malformed escape");
            }
        }
        return hexadecimal(digits.toString());
    }

    private static int hexadecimal(String digits) throws ForeignException {
        int code = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                throw new ForeignException("a malformed escape");
            }
            code = code * 16 + digit;
        }
        if (digits.isEmpty() || !Character.isValidCodePoint(code)) {
            throw new ForeignException("no such character");
        }
        return code;
    }
}

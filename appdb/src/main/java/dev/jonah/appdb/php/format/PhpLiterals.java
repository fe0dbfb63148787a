package dev.jonah.appdb.php.format;

import dev.jonah.value.RawText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads PHP code that is nothing but data: assignments to variables and one returned literal. Values are {@link RawText},
 * {@link Map} with {@code RawText} keys, {@link Boolean}, or null; numbers are texts. A variable or {@code __DIR__} in a text
 * stands as its name in braces: {@code {$vendorDir}/a/b}.
 */
final class PhpLiterals {
    /** The code is more than data. */
    static final class CodeException extends Exception {
        private static final long serialVersionUID = 1;

        CodeException(String message) {
            super(message, null, false, false);
        }
    }

    private static final int DEEPEST = 16;
    private static final List<String> ASSIGNMENTS = List.of(
            "$vendorDir = dirname(__DIR__);",
            "$vendorDir = dirname(dirname(__FILE__));",
            "$baseDir = dirname($vendorDir);");

    private final String text;
    private int at;

    /** Reads {@code latin1}, one character for each byte. */
    PhpLiterals(String latin1) {
        this.text = latin1;
    }

    /** The value that a whole file returns. */
    @Nullable
    Object file() throws CodeException {
        expect("<?php");
        skip();
        while (ASSIGNMENTS.stream().anyMatch(this::accept)) {
            skip();
        }
        expect("return");
        skip();
        Object value = value(0);
        skip();
        expect(";");
        skip();
        if (at < text.length()) {
            throw new CodeException("more behind the value");
        }
        return value;
    }

    private void skip() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                // A closing tag ends PHP inside a comment too.
                if (text.substring(at, end < 0 ? text.length() : end).contains("?>")) {
                    return;
                }
                at = end < 0 ? text.length() : end;
            } else {
                return;
            }
        }
    }

    private boolean accept(String expected) {
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    private void expect(String expected) throws CodeException {
        if (!accept(expected)) {
            throw new CodeException("no " + expected);
        }
    }

    private @Nullable Object value(int depth) throws CodeException {
        if (depth > DEEPEST || at >= text.length()) {
            throw new CodeException("too deep, or at the end");
        }
        char c = text.charAt(at);
        if (c == '[') {
            at++;
            return array(']', depth);
        }
        if (c >= '0' && c <= '9' || c == '-') {
            return number();
        }
        int start = at;
        String word = word();
        if (word.equals("array")) {
            skip();
            expect("(");
            return array(')', depth);
        }
        if (word.equalsIgnoreCase("null")) {
            return null;
        }
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return word.equalsIgnoreCase("true");
        }
        at = start;
        return concatenated();
    }

    private RawText number() {
        int start = at++;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return RawText.ofLatin1(text.substring(start, at));
    }

    private String word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    private RawText concatenated() throws CodeException {
        StringBuilder out = new StringBuilder();
        while (true) {
            if (accept("__DIR__")) {
                out.append("{__DIR__}");
            } else if (accept("$vendorDir")) {
                out.append("{$vendorDir}");
            } else if (accept("$baseDir")) {
                out.append("{$baseDir}");
            } else {
                quoted(out);
            }
            int end = at;
            skip();
            if (!accept(".")) {
                at = end;
                return RawText.ofLatin1(out.toString());
            }
            skip();
        }
    }

    private void quoted(StringBuilder out) throws CodeException {
        expect("'");
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\'') {
                at++;
                return;
            }
            if (c == '\\' && at + 1 < text.length() && (text.charAt(at + 1) == '\'' || text.charAt(at + 1) == '\\')) {
                c = text.charAt(++at);
            }
            out.append(c);
        }
        throw new CodeException("no end of a text");
    }

    private Map<RawText, @Nullable Object> array(char close, int depth) throws CodeException {
        Map<RawText, @Nullable Object> values = new LinkedHashMap<>();
        long next = 0;
        skip();
        while (!accept(String.valueOf(close))) {
            Object value = value(depth + 1);
            skip();
            if (accept("=>")) {
                if (!(value instanceof RawText key)) {
                    throw new CodeException("a key that is no text");
                }
                skip();
                values.put(key, value(depth + 1));
            } else {
                values.put(RawText.of(Long.toString(next++)), value);
            }
            skip();
            if (!accept(",")) {
                expect(String.valueOf(close));
                break;
            }
            skip();
        }
        return values;
    }
}

package dev.jonah.appdb.node.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds the JSON in the script of Yarn's Plug'n'Play. */
final class PnpScript {
    private static final byte[] TEXT = "RAW_RUNTIME_STATE =".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXPRESSION = "return hydrateRuntimeState(".getBytes(StandardCharsets.US_ASCII);

    private PnpScript() {}

    /** Where JSON begins, and how long it is at most. */
    record Span(int start, int length) {}

    /**
     * Where the map is, or null if there is none. A text is freed from what its notation adds, within {@code bytes}.
     *
     * @throws IOException if the text does not end
     */
    static @Nullable Span map(byte[] bytes) throws IOException {
        int first = skipBlank(bytes, 0);
        if (first < bytes.length && bytes[first] == '{') {
            return new Span(first, bytes.length - first);
        }
        int text = skipBlank(bytes, after(bytes, TEXT));
        if (text < bytes.length && bytes[text] == '\'') {
            return unquote(bytes, text + 1);
        }
        int expression = skipBlank(bytes, after(bytes, EXPRESSION));
        return expression < bytes.length && bytes[expression] == '{'
                ? new Span(expression, bytes.length - expression)
                : null;
    }

    /** Yarn writes a backslash before a backslash, a quotation mark and the end of a line, and before nothing else. */
    private static Span unquote(byte[] bytes, int start) throws IOException {
        int to = start;
        for (int i = start; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '\'') {
                return new Span(start, to - start);
            }
            if (b == '\\' && i + 1 < bytes.length) {
                b = bytes[++i];
            }
            bytes[to++] = b;
        }
        throw new IOException("the text of the map does not end");
    }

    private static int skipBlank(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t')) {
            i++;
        }
        return i;
    }

    /** Behind the first occurrence; at the end if there is none. */
    private static int after(byte[] bytes, byte[] words) {
        for (int i = 0; i <= bytes.length - words.length; i++) {
            int n = 0;
            while (n < words.length && bytes[i + n] == words[n]) {
                n++;
            }
            if (n == words.length) {
                return i + n;
            }
        }
        return bytes.length;
    }
}

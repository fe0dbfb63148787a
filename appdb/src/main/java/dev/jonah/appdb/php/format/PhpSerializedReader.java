package dev.jonah.appdb.php.format;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what PHP's {@code serialize} writes. Values are {@link RawText}, {@link Map} with {@code RawText} keys, {@link
 * Boolean}, or null; numbers are texts, and an object is the map of its properties. Nothing is made of a class; what refers
 * to another value is null.
 */
public final class PhpSerializedReader {
    private static final int MOST_BYTES = 64 << 20;
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 64;

    private final byte[] bytes;
    private int at;

    private PhpSerializedReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads one value; {@code in} is closed. What stands behind it is not looked at.
     *
     * @throws LimitExceededException if there is more than such a file may have
     * @throws IOException if it cannot be read or is malformed
     */
    public static @Nullable Object read(InputStream in, Limits limits) throws IOException {
        int most = (int) Math.min(MOST_BYTES, limits.get(Limits.Name.PARSER_BYTES));
        try (in) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new LimitExceededException(Limits.Name.PARSER_BYTES, most, "a serialized value");
            }
            return new PhpSerializedReader(bytes).value(0);
        }
    }

    private @Nullable Object value(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("nested too deep");
        }
        char kind = next();
        if (kind == 'N') {
            expect(';');
            return null;
        }
        if (kind == 'O') {
            text();
        }
        if (kind != 's') {
            expect(':');
        }
        return switch (kind) {
            case 'b' -> until(';').latin1().equals("1");
            case 'i', 'd' -> until(';');
            case 's' -> {
                RawText text = text();
                expect(';');
                yield text;
            }
            case 'a', 'O' -> map(count(), depth);
            case 'r', 'R' -> {
                until(';');
                yield null;
            }
            default -> throw new IOException("an unknown kind of value before byte " + at);
        };
    }

    private Map<RawText, @Nullable Object> map(int count, int depth) throws IOException {
        expect('{');
        Map<RawText, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            if (!(value(depth + 1) instanceof RawText key)) {
                throw new IOException("a key that is no text, before byte " + at);
            }
            map.put(key, value(depth + 1));
        }
        expect('}');
        return map;
    }

    /** {@code :4:"abcd"}. */
    private RawText text() throws IOException {
        expect(':');
        int length = count();
        expect('"');
        if (length > bytes.length - at) {
            throw new IOException("a text that is longer than the rest, at byte " + at);
        }
        RawText text = RawText.of(bytes, at, length);
        at += length;
        expect('"');
        return text;
    }

    /** A number and the colon behind it. */
    private int count() throws IOException {
        try {
            int count = Integer.parseInt(until(':').latin1());
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new IOException("not a number, before byte " + at, e);
        }
        throw new IOException("a negative number, before byte " + at);
    }

    private RawText until(char end) throws IOException {
        int start = at;
        while (next() != end) {
            if (at - start > LONGEST_NUMBER) {
                throw new IOException("not a number at byte " + start);
            }
        }
        return RawText.of(bytes, start, at - 1 - start);
    }

    private char next() throws IOException {
        if (at == bytes.length) {
            throw new IOException("it breaks off");
        }
        return (char) (bytes[at++] & 0xff);
    }

    private void expect(char expected) throws IOException {
        if (next() != expected) {
            throw new IOException("no " + expected + " at byte " + (at - 1));
        }
    }
}

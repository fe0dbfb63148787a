package dev.jonah.value;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Text from inside an image, whose encoding nobody promises: file names, link targets, extended attributes. Identity and
 * order are those of the bytes; {@link #toString()} is for people.
 *
 * <p>Immutable and safe for any thread.
 */
public final class RawText implements Comparable<RawText> {
    private static final RawText EMPTY = new RawText("");

    // One char per byte (ISO 8859-1): compact in memory, and char order is byte order.
    private final String latin1;

    private RawText(String latin1) {
        this.latin1 = latin1;
    }

    /** The text with these bytes. */
    public static RawText of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** The text with {@code length} bytes from {@code offset} on; the array is copied. */
    public static RawText of(byte[] bytes, int offset, int length) {
        return length == 0 ? EMPTY : new RawText(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
    }

    /** The UTF-8 bytes of a Java string. */
    public static RawText of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return of(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return new RawText(text);
    }

    /**
     * The text whose bytes are the low halves of these characters.
     *
     * @throws IllegalArgumentException if a character lies above 255
     */
    public static RawText ofLatin1(String latin1) {
        for (int i = 0; i < latin1.length(); i++) {
            if (latin1.charAt(i) > 0xff) {
                throw new IllegalArgumentException(
                        "not a byte: U+" + Integer.toHexString(latin1.charAt(i)) + " at " + i);
            }
        }
        return new RawText(latin1);
    }

    /** As {@link #ofLatin1} of characters that are known to be bytes. */
    static RawText ofBytes(String latin1) {
        return new RawText(latin1);
    }

    /**
     * The bytes from {@code begin} on.
     *
     * @throws IndexOutOfBoundsException if {@code begin} is negative or behind the end
     */
    public RawText substring(int begin) {
        return begin == 0 ? this : new RawText(latin1.substring(begin));
    }

    /** These bytes, and after them those. */
    public RawText plus(RawText more) {
        return new RawText(latin1 + more.latin1);
    }

    /** One character per byte, the inverse of {@link #ofLatin1}. */
    public String latin1() {
        return latin1;
    }

    /** A new array of the bytes. */
    public byte[] bytes() {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** How many bytes there are. */
    public int length() {
        return latin1.length();
    }

    /** Whether there are no bytes at all. */
    public boolean isEmpty() {
        return latin1.isEmpty();
    }

    /** Whether the bytes are well-formed UTF-8, so that {@link #toString()} loses nothing. */
    public boolean isUtf8() {
        return isAscii(latin1) || decode() != null;
    }

    /** The text; where the bytes are not UTF-8, those that are not stand as {@code \xNN}. */
    @Override
    public String toString() {
        if (isAscii(latin1)) {
            return latin1;
        }
        String decoded = decode();
        return decoded != null ? decoded : escape();
    }

    @Override
    public int compareTo(RawText other) {
        return latin1.compareTo(other.latin1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawText text && text.latin1.equals(latin1);
    }

    @Override
    public int hashCode() {
        return latin1.hashCode();
    }

    /** Whether bytes, of one character each, are all ASCII. The JVM copies such strings faster than it looks at each character. */
    static boolean isAscii(String latin1) {
        return latin1.getBytes(StandardCharsets.UTF_8).length == latin1.length();
    }

    private @Nullable String decode() {
        try {
            CharBuffer chars = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes()));
            return chars.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private String escape() {
        ByteBuffer in = ByteBuffer.wrap(bytes());
        CharBuffer out = CharBuffer.allocate(in.remaining());
        StringBuilder text = new StringBuilder();
        var decoder = StandardCharsets.UTF_8.newDecoder();
        while (in.hasRemaining()) {
            var result = decoder.reset().decode(in, out, true);
            text.append(out.flip());
            out.clear();
            for (int i = 0; result.isError() && i < result.length(); i++) {
                text.append("\\x").append(HexFormat.of().toHexDigits(in.get()));
            }
        }
        return text.toString();
    }
}

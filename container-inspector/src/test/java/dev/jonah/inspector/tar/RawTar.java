package dev.jonah.inspector.tar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes tar members field by field, also such as no program writes. */
public final class RawTar {
    private final byte[] block = new byte[512];
    private boolean sized;

    private RawTar(String name) {
        text(0, name);
        octal(100, 8, 0644);
        octal(108, 8, 0);
        octal(116, 8, 0);
        octal(124, 12, 0);
        octal(136, 12, 0);
        text(156, "0");
        text(257, "ustar\u000000");
    }

    /** A POSIX header of a regular file; the name is one character per byte. */
    public static RawTar member(String name) {
        return new RawTar(name);
    }

    /** An extended header, {@code x} or {@code g}, with keys and values in turn. */
    public static byte[] pax(char type, String... keysAndValues) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            records.append(record(keysAndValues[i], keysAndValues[i + 1]));
        }
        return member("PaxHeaders/x").type(type).with(records.toString());
    }

    /** One record of an extended header, whose length counts its own digits. */
    public static String record(String key, String value) {
        int rest = key.length() + value.length() + 3;
        int length = rest + 1;
        while (length != rest + Integer.toString(length).length()) {
            length = rest + Integer.toString(length).length();
        }
        return length + " " + key + "=" + value + "\n";
    }

    /** Members in a row, and the end of the archive. */
    public static byte[] archive(byte[]... members) {
        return join(join(members), new byte[1024]);
    }

    /** Bytes in a row. */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Sets the type flag. */
    public RawTar type(char type) {
        return text(156, String.valueOf(type));
    }

    /** Makes it a header of old GNU tar. */
    public RawTar gnu() {
        return text(257, "ustar  \0");
    }

    /** Makes it a header of before POSIX. */
    public RawTar v7() {
        return text(257, "\0".repeat(8));
    }

    /** Claims a size, whatever data follow. */
    public RawTar size(long size) {
        sized = true;
        return octal(124, 12, size);
    }

    /** Sets the link name. */
    public RawTar link(String target) {
        return text(157, target);
    }

    /** Sets an octal field. */
    public RawTar octal(int offset, int width, long value) {
        String digits = Long.toOctalString(value);
        return text(offset, "0".repeat(width - 1 - digits.length()) + digits + "\0");
    }

    /** Sets a field in the base-256 form of GNU. */
    public RawTar base256(int offset, int width, long value) {
        for (int i = 0; i < width; i++) {
            int shift = 8 * (width - 1 - i);
            block[offset + i] = (byte) (shift > 56 ? value >> 63 : value >> shift);
        }
        block[offset] = (byte) (value < 0 ? 0xff : 0x80 | block[offset]);
        sized |= offset == 124;
        return this;
    }

    /** Sets bytes of the header, one for each character. */
    public RawTar text(int offset, String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, block, offset, bytes.length);
        return this;
    }

    /** The header with its checksum. */
    public byte[] header() {
        text(148, "        ");
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        text(148, String.format("%06o\0 ", sum));
        return block.clone();
    }

    /** The member with data, padded; the size is theirs unless another was claimed. */
    public byte[] with(String latin1) {
        return with(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** As {@link #with(String)}. */
    public byte[] with(byte[] data) {
        if (!sized) {
            octal(124, 12, data.length);
        }
        return join(header(), data, new byte[-data.length & 511]);
    }
}

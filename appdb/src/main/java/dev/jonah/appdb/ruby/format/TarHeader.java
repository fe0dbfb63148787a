package dev.jonah.appdb.ruby.format;

import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A header block of a tar archive (POSIX.1-1988 ustar), the only form that RubyGems reads: longer names by other means are
 * none for it.
 *
 * @param name prefix and name
 * @param type {@code 0} or NUL for a file, {@code 2} for a symbolic link, {@code 5} for a directory
 * @param size bytes that follow, without padding
 * @param target of a link
 */
record TarHeader(RawText name, char type, long size, RawText target) {
    static final int BLOCK = 512;

    /** The next header, or null at the end of the archive. */
    static @Nullable TarHeader read(InputStream in) throws IOException {
        byte[] block = in.readNBytes(BLOCK);
        if (block.length == 0 || isZero(block)) {
            return null;
        }
        if (block.length < BLOCK || checksum(block) != octal(block, 148, 8)) {
            throw new IOException("not the header of an entry");
        }
        RawText name = text(block, 0, 100);
        RawText prefix = text(block, 345, 155);
        boolean ustar = text(block, 257, 5).latin1().equals("ustar");
        return new TarHeader(
                !ustar || prefix.isEmpty() ? name : RawText.ofLatin1(prefix.latin1() + "/" + name.latin1()),
                (char) (block[156] & 0xff),
                octal(block, 124, 12),
                text(block, 157, 100));
    }

    boolean isFile() {
        return type == '0' || type == 0;
    }

    boolean isLink() {
        return type == '2';
    }

    /** How many bytes stand between this entry's content and the next header. */
    long padding() {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    private static boolean isZero(byte[] block) {
        for (byte each : block) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private static long checksum(byte[] block) {
        long sum = 8 * ' ';
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? 0 : block[i] & 0xff;
        }
        return sum;
    }

    private static RawText text(byte[] block, int start, int most) {
        int length = 0;
        while (length < most && block[start + length] != 0) {
            length++;
        }
        return RawText.of(block, start, length);
    }

    private static long octal(byte[] block, int start, int length) throws IOException {
        long value = 0;
        for (int i = start; i < start + length; i++) {
            char c = (char) block[i];
            if (c >= '0' && c <= '7') {
                value = value * 8 + c - '0';
            } else if (c == 0 && i > start) {
                break;
            } else if (c != ' ' && c != 0) {
                throw new IOException("a malformed number in the header of an entry");
            }
        }
        return value;
    }
}

package dev.jonah.inspector.tar;

import dev.jonah.value.RawText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Fields of one 512-byte header block, cut out as they are needed. */
final class TarHeader {
    static final int BLOCK = 512;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final long EVERY_OTHER_BYTE = 0x00ff00ff00ff00ffL;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] block;

    TarHeader(byte[] block) {
        this.block = block;
    }

    boolean isZero() {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the checksum fits, summed over unsigned or (as some old programs did) signed bytes. */
    boolean isValid() {
        Long expected = number(CHECKSUM, CHECKSUM_LENGTH);
        // Eight bytes at once: no sum of two bytes of each of 64 words overflows its sixteen bits.
        long sums = 0;
        long high = 0;
        for (int i = 0; i < BLOCK; i += Long.BYTES) {
            long word = (long) WORDS.get(block, i);
            sums += (word & EVERY_OTHER_BYTE) + (word >>> 8 & EVERY_OTHER_BYTE);
            high += Long.bitCount(word & HIGH_BITS);
        }
        long unsigned = (sums & 0xffff) + (sums >>> 16 & 0xffff) + (sums >>> 32 & 0xffff) + (sums >>> 48);
        for (int i = CHECKSUM; i < CHECKSUM + CHECKSUM_LENGTH; i++) {
            unsigned += ' ' - (block[i] & 0xff);
            high -= block[i] < 0 ? 1 : 0;
        }
        return expected != null && (expected == unsigned || expected == unsigned - 256 * high);
    }

    char type() {
        return (char) (block[156] & 0xff);
    }

    /** Name with its prefix, which POSIX headers have; in GNU headers those bytes are times. */
    RawText name() {
        RawText name = text(0, 100);
        RawText prefix = isPosix() ? text(345, isStar() ? 131 : 155) : isBrokenGnu() ? text(345, 155) : RawText.of("");
        return prefix.isEmpty() ? name : RawText.ofLatin1(prefix.latin1() + "/" + name.latin1());
    }

    private boolean isPosix() {
        return has(257, "ustar\0");
    }

    private boolean isStar() {
        return has(508, "tar\0");
    }

    /**
     * Whether this is a header of Go before 1.8, which called itself GNU's and had a prefix all the same: where GNU keeps
     * its times there is no number, but plain text.
     */
    private boolean isBrokenGnu() {
        return has(257, "ustar  \0")
                && (!isTime(345) || !isTime(357))
                && text(345, 155).latin1().chars().allMatch(c -> c < 0x80);
    }

    private boolean has(int offset, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (block[offset + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTime(int offset) {
        return block[offset] == 0 || number(offset, 12) != null;
    }

    RawText linkName() {
        return text(157, 100);
    }

    @Nullable
    Long mode() {
        return number(100, 8);
    }

    @Nullable
    Long uid() {
        return number(108, 8);
    }

    @Nullable
    Long gid() {
        return number(116, 8);
    }

    @Nullable
    Long size() {
        return number(124, 12);
    }

    @Nullable
    Long modified() {
        return number(136, 12);
    }

    /** 0 in the oldest headers, which have no such field. */
    @Nullable
    Long major() {
        return hasMagic() ? number(329, 8) : Long.valueOf(0);
    }

    /** As {@link #major}. */
    @Nullable
    Long minor() {
        return hasMagic() ? number(337, 8) : Long.valueOf(0);
    }

    private boolean hasMagic() {
        return has(257, "ustar");
    }

    RawText text(int offset, int length) {
        int end = offset;
        while (end < offset + length && block[end] != 0) {
            end++;
        }
        return RawText.of(block, offset, end - offset);
    }

    boolean flag(int offset) {
        return block[offset] != 0 && block[offset] != '0';
    }

    /**
     * Octal digits between blanks and NULs, or GNU's base-256 form (first bit set, big-endian, two's complement).
     *
     * @return 0 for a blank field, null if it is no number or too large
     */
    @Nullable
    Long number(int offset, int length) {
        if ((block[offset] & 0x80) != 0) {
            return base256(offset, length);
        }
        int i = offset;
        int end = offset + length;
        while (i < end && (block[i] == ' ' || block[i] == 0)) {
            i++;
        }
        while (end > i && (block[end - 1] == ' ' || block[end - 1] == 0)) {
            end--;
        }
        long value = 0;
        for (; i < end; i++) {
            if (block[i] == 0 || block[i] == ' ') {
                break; // what follows the terminator is anybody's
            }
            if (block[i] < '0' || block[i] > '7' || value >>> 60 != 0) {
                return null;
            }
            value = value << 3 | block[i] - '0';
        }
        return value;
    }

    private @Nullable Long base256(int offset, int length) {
        boolean negative = (block[offset] & 0x40) != 0;
        long value = negative ? -1 : 0;
        for (int i = 0; i < length; i++) {
            int b = i == 0 ? (block[offset] & 0x3f) | (negative ? 0xc0 : 0) : block[offset + i] & 0xff;
            long top = value >> 55;
            if (top != 0 && top != -1) {
                return null;
            }
            value = value << 8 | b;
        }
        return value;
    }
}

package dev.jonah.appdb.java.zip;

import dev.jonah.image.Blob;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where the central directory is, by the end records (APPNOTE 4.3.14 to 4.3.16). Offsets in an archive count from its first
 * byte; where something else stands before it, such as a shell script or the mark of a {@code jmod}, that is {@code start}.
 *
 * @param start where the archive's offsets count from
 * @param directory position of the central directory
 * @param length bytes of the central directory
 * @param entries how many entries there should be; without zip64 only the lower 16 bits
 * @param zip64 whether {@code entries} is all of the number
 */
record ZipEnd(long start, long directory, long length, long entries, boolean zip64) {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST = END_LENGTH + 0xffff;

    static ZipEnd find(Blob blob) throws IOException {
        int tail = (int) Math.min(blob.size(), LONGEST);
        ByteBuffer bytes = ZipBytes.at(blob, blob.size() - tail, tail);
        ZipEnd lenient = null;
        for (int at = tail - END_LENGTH; at >= 0; at--) {
            if (bytes.getInt(at) != END) {
                continue;
            }
            int comment = Short.toUnsignedInt(bytes.getShort(at + 20));
            if (at + END_LENGTH + comment > tail) {
                continue;
            }
            ZipEnd end = at(
                    blob, blob.size() - tail + at, bytes.slice(at, END_LENGTH).order(bytes.order()));
            if (end != null && at + END_LENGTH + comment == tail) {
                return end;
            }
            lenient = lenient == null ? end : lenient;
        }
        if (lenient == null) {
            throw new DamagedZipException("it has no end record");
        }
        return lenient;
    }

    private static @Nullable ZipEnd at(Blob blob, long position, ByteBuffer end) throws IOException {
        long entries = Short.toUnsignedLong(end.getShort(10));
        long length = ZipBytes.unsigned(end.getInt(12));
        long offset = ZipBytes.unsigned(end.getInt(16));
        if (entries == 0xffff || length == 0xffff_ffffL || offset == 0xffff_ffffL) {
            ZipEnd large = zip64(blob, position);
            if (large != null) {
                return large;
            }
        }
        return located(blob, position, length, offset, entries, false);
    }

    private static @Nullable ZipEnd zip64(Blob blob, long endPosition) throws IOException {
        long locator = endPosition - 20;
        if (locator < 0) {
            return null;
        }
        ByteBuffer bytes = ZipBytes.at(blob, locator, 20);
        if (bytes.getInt(0) != LOCATOR_64) {
            return null;
        }
        // As stated, or, with something before the archive, where it is if it has no extensions.
        for (long position : new long[] {bytes.getLong(8), locator - 56}) {
            if (position >= 0 && position <= locator - 56) {
                ByteBuffer end = ZipBytes.at(blob, position, 56);
                if (end.getInt(0) == END_64) {
                    return located(blob, position, end.getLong(40), end.getLong(48), end.getLong(32), true);
                }
            }
        }
        return null;
    }

    /** The directory ends where the end record begins; only where none is there does its stated offset count. */
    private static @Nullable ZipEnd located(Blob blob, long end, long length, long offset, long entries, boolean zip64)
            throws IOException {
        if (length < 0 || offset < 0 || length > end) {
            return null;
        }
        long directory = end - length;
        if (offset <= directory && (length == 0 || isEntry(blob, directory))) {
            return new ZipEnd(directory - offset, directory, length, entries, zip64);
        }
        return offset <= end - length && isEntry(blob, offset) ? new ZipEnd(0, offset, length, entries, zip64) : null;
    }

    private static boolean isEntry(Blob blob, long position) throws IOException {
        return position <= blob.size() - 4 && ZipBytes.at(blob, position, 4).getInt(0) == ENTRY;
    }
}

package dev.jonah.provenance.format;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of {@code mime.cache} (Shared MIME-info Database specification, section 2.13): big-endian, a version and the
 * offsets of the lists of aliases, parents, literals, suffixes, globs, magic, namespaces and, since 1.1, icons.
 *
 * @param minorVersion 1 or 2; the major one is 1
 * @param offsets of the lists, in order
 */
public record MimeCacheHeader(int minorVersion, List<Integer> offsets) {
    /** Bytes that {@link #read} needs. */
    public static final int LENGTH = 40;

    private static final int LISTS = 9;

    /** Copies the list. */
    public MimeCacheHeader {
        offsets = List.copyOf(offsets);
    }

    /** Reads the first bytes of a file of this many bytes; null if it is no such cache. */
    public static @Nullable MimeCacheHeader read(byte[] head, long size) {
        if (head.length < LENGTH) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(head);
        int minor = bytes.getShort(2);
        if (bytes.getShort(0) != 1 || minor < 1 || minor > 2) {
            return null;
        }
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < LISTS; i++) {
            int offset = bytes.getInt(4 + 4 * i);
            if (offset < LENGTH || offset > size - 4 || offset % 4 != 0) {
                return null;
            }
            offsets.add(offset);
        }
        return new MimeCacheHeader(minor, offsets);
    }
}

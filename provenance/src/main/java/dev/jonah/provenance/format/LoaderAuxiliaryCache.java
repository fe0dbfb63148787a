package dev.jonah.provenance.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What ldconfig remembers of libraries that it read, {@code /var/cache/ldconfig/aux-cache} (glibc's {@code elf/cache.c}):
 * inode, time, size and device of each, and its SONAME. Nothing but ldconfig reads it. Either byte order.
 *
 * @param libraries the SONAMEs, one character a byte
 */
public record LoaderAuxiliaryCache(SortedSet<String> libraries) {
    private static final byte[] MAGIC = "glibc-ld.so.auxcache-".getBytes(StandardCharsets.US_ASCII);
    /** Behind the version, which is 1.0 or, since glibc 2.36, 2.0. */
    private static final int COUNT_AT = MAGIC.length + 3;

    private static final int HEADER = COUNT_AT + 8;
    /** Up to and including the offset of the name; what follows it differs between versions, and so does the padding. */
    private static final int SONAME_AT = 36;

    private static final int[] ENTRY_SIZES = {40, 48, 44, 56};

    /** Copies the set. */
    public LoaderAuxiliaryCache {
        libraries = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(libraries));
    }

    /**
     * Reads a whole file.
     *
     * @throws IOException if it is no such cache, or its parts do not add up to the file
     */
    public static LoaderAuxiliaryCache read(byte[] file) throws IOException {
        if (file.length < HEADER || !Arrays.equals(MAGIC, 0, MAGIC.length, file, 0, MAGIC.length)) {
            throw new IOException("no auxiliary cache of ldconfig");
        }
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            ByteBuffer bytes = ByteBuffer.wrap(file).order(order);
            long count = Integer.toUnsignedLong(bytes.getInt(COUNT_AT));
            long strings = Integer.toUnsignedLong(bytes.getInt(COUNT_AT + 4));
            for (int size : ENTRY_SIZES) {
                if (HEADER + count * size + strings == file.length) {
                    return new LoaderAuxiliaryCache(names(bytes, (int) count, size));
                }
            }
        }
        throw new IOException("the parts do not add up to the file");
    }

    private static SortedSet<String> names(ByteBuffer bytes, int count, int size) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        int strings = HEADER + count * size;
        long left = 4L * bytes.limit();
        for (int i = 0; i < count; i++) {
            long start = strings + Integer.toUnsignedLong(bytes.getInt(HEADER + i * size + SONAME_AT));
            long end = start;
            while (end < bytes.limit() && bytes.get((int) end) != 0) {
                end++;
                if (--left < 0) {
                    throw new IOException("names are too long");
                }
            }
            if (end >= bytes.limit()) {
                throw new IOException("a name leads out of the file");
            }
            byte[] name = new byte[(int) (end - start)];
            bytes.get((int) start, name);
            names.add(new String(name, StandardCharsets.ISO_8859_1));
        }
        return names;
    }
}

package dev.jonah.provenance.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The cache of the dynamic loader, {@code /etc/ld.so.cache}, as glibc's {@code sysdeps/generic/dl-cache.h} lays it out: the
 * format of libc5 and glibc up to 2.1 ({@code ld.so-1.7.0}), the present one ({@code glibc-ld.so.cache1.1}), and both in one
 * file, where the present one counts. Either byte order.
 *
 * @param entries in the order of the file
 * @param whole whether every byte belongs to the cache or is zero
 */
public record LoaderCache(List<Entry> entries, boolean whole) {
    private static final byte[] OLD_MAGIC = "ld.so-1.7.0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW_MAGIC = "glibc-ld.so.cache1.1".getBytes(StandardCharsets.US_ASCII);
    private static final int OLD_HEADER = 16;
    private static final int OLD_ENTRY = 12;
    private static final int NEW_HEADER = 48;
    private static final int NEW_ENTRY = 24;
    private static final int FLAGS = 28;
    private static final int LITTLE_ENDIAN = 2;
    private static final int BIG_ENDIAN = 3;
    private static final int LONGEST_STRING = 4096;
    private static final int EXTENSION = 32;
    private static final int EXTENSION_MAGIC = 0xeaa42174;
    private static final int SECTION = 16;
    private static final int PROCESSORS = 1;

    /**
     * A library.
     *
     * @param flags what it is for: the low byte tells the C library, the next one the ABI
     * @param library the name that programs ask for; one character a byte
     * @param path where it is; one character a byte
     * @param hardware what the processor must have; 0 in the old format
     */
    public record Entry(int flags, String library, String path, long hardware) {}

    /** Copies the list. */
    public LoaderCache {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a whole file.
     *
     * @throws IOException if it is no cache, or a count or offset leads out of it
     */
    public static LoaderCache read(byte[] file) throws IOException {
        Accounted accounted = new Accounted(file);
        if (startsWith(file, 0, NEW_MAGIC)) {
            return newFormat(file, 0, accounted);
        }
        if (!startsWith(file, 0, OLD_MAGIC) || file.length < OLD_HEADER) {
            throw new IOException("no cache of the loader");
        }
        ByteBuffer bytes = ordered(file, OLD_MAGIC.length + 1, OLD_HEADER, OLD_ENTRY);
        int count = count(bytes, OLD_MAGIC.length + 1, OLD_HEADER, OLD_ENTRY);
        int strings = OLD_HEADER + count * OLD_ENTRY;
        int second = (strings + 7) & ~7;
        accounted.add(0, strings);
        boolean both = startsWith(file, second, NEW_MAGIC);
        Strings texts = new Strings(bytes, accounted);
        List<Entry> entries = new ArrayList<>();
        for (int at = OLD_HEADER; at < strings; at += OLD_ENTRY) {
            String library = texts.at(strings, bytes.getInt(at + 4));
            entries.add(new Entry(bytes.getInt(at), library, texts.at(strings, bytes.getInt(at + 8)), 0));
        }
        return both ? newFormat(file, second, accounted) : new LoaderCache(entries, accounted.isAll());
    }

    private static LoaderCache newFormat(byte[] file, int start, Accounted accounted) throws IOException {
        if (file.length - start < NEW_HEADER) {
            throw new IOException("the header is cut off");
        }
        int countAt = start + NEW_MAGIC.length;
        int order = file[start + FLAGS] & 3;
        ByteBuffer bytes = ordered(file, countAt, start + NEW_HEADER, NEW_ENTRY);
        if (order == LITTLE_ENDIAN || order == BIG_ENDIAN) {
            bytes.order(order == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        }
        int count = count(bytes, countAt, start + NEW_HEADER, NEW_ENTRY);
        accounted.add(start, NEW_HEADER + (long) count * NEW_ENTRY);
        Strings texts = new Strings(bytes, accounted);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0, at = start + NEW_HEADER; i < count; i++, at += NEW_ENTRY) {
            String library = texts.at(start, bytes.getInt(at + 4));
            String path = texts.at(start, bytes.getInt(at + 8));
            entries.add(new Entry(bytes.getInt(at), library, path, bytes.getLong(at + 16)));
        }
        extension(bytes, start, texts, accounted);
        return new LoaderCache(entries, accounted.isAll());
    }

    /** What glibc 2.33 added: sections with who made the cache and with names of kinds of processors. */
    private static void extension(ByteBuffer bytes, int start, Strings texts, Accounted accounted) throws IOException {
        long at = start + Integer.toUnsignedLong(bytes.getInt(start + EXTENSION));
        if (at == start || at > bytes.limit() - 8 || bytes.getInt((int) at) != EXTENSION_MAGIC) {
            return;
        }
        long sections = Integer.toUnsignedLong(bytes.getInt((int) at + 4));
        accounted.add(at, 8 + sections * SECTION);
        for (int section = (int) at + 8; sections > 0; sections--, section += SECTION) {
            long content = start + Integer.toUnsignedLong(bytes.getInt(section + 8));
            int size = bytes.getInt(section + 12);
            accounted.add(content, Integer.toUnsignedLong(size));
            for (int i = 0; bytes.getInt(section) == PROCESSORS && i + 4 <= size; i += 4) {
                texts.at(start, bytes.getInt((int) content + i));
            }
        }
    }

    /** Little-endian, unless only the other order gives a count that fits into the file. */
    private static ByteBuffer ordered(byte[] file, int countAt, int header, int entry) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long count = Integer.toUnsignedLong(bytes.getInt(countAt));
        return count > (file.length - header) / entry ? bytes.order(ByteOrder.BIG_ENDIAN) : bytes;
    }

    private static int count(ByteBuffer bytes, int countAt, int header, int entry) throws IOException {
        int count = bytes.getInt(countAt);
        if (count < 0 || count > (bytes.limit() - header) / entry) {
            throw new IOException("more entries than the file has room for");
        }
        return count;
    }

    private static boolean startsWith(byte[] file, int at, byte[] magic) {
        return at <= file.length - magic.length
                && java.util.Arrays.equals(file, at, at + magic.length, magic, 0, magic.length);
    }

    /** Texts that end with a NUL. Together they may be a few times as long as the file, for they may overlap. */
    private static final class Strings {
        private final ByteBuffer bytes;
        private final Accounted accounted;
        private long left;

        Strings(ByteBuffer bytes, Accounted accounted) {
            this.bytes = bytes;
            this.accounted = accounted;
            this.left = 4L * bytes.limit();
        }

        String at(int base, int offset) throws IOException {
            long start = base + Integer.toUnsignedLong(offset);
            long end = start;
            while (end < bytes.limit() && bytes.get((int) end) != 0) {
                end++;
                if (end - start > LONGEST_STRING || --left < 0) {
                    throw new IOException("texts are too long");
                }
            }
            if (end >= bytes.limit()) {
                throw new IOException("a text leads out of the file");
            }
            accounted.add(start, end - start);
            byte[] text = new byte[(int) (end - start)];
            bytes.get((int) start, text);
            return new String(text, StandardCharsets.ISO_8859_1);
        }
    }
}

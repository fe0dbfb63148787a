package dev.jonah.provenance.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names in a database of GLib, such as {@code gschemas.compiled} (format {@code gvdb}, version 0): a table of names,
 * each with a value or a table of its own.
 *
 * @param names in the first table: for settings, the ids of schemas
 * @param whole whether every byte belongs to the database or is zero
 */
public record SettingsDatabase(Set<String> names, boolean whole) {
    private static final byte[] LITTLE = "GVariant".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BIG = "raVGtnai".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 24;
    private static final int ITEM = 24;
    private static final int BLOOM_WORDS = (1 << 27) - 1;
    private static final int NO_PARENT = -1;
    private static final int DEEPEST = 8;

    /** Copies the set. */
    public SettingsDatabase {
        names = java.util.Collections.unmodifiableSet(new TreeSet<>(names));
    }

    /**
     * Reads a whole file.
     *
     * @throws IOException if it is no such database, or something in it leads out of it
     */
    public static SettingsDatabase read(byte[] file) throws IOException {
        boolean little = startsWith(file, LITTLE);
        if (file.length < HEADER || !little && !startsWith(file, BIG)) {
            throw new IOException("no database of GLib");
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (bytes.getInt(8) != 0) {
            throw new IOException("version " + bytes.getInt(8) + " is not known");
        }
        Accounted accounted = new Accounted(file);
        accounted.add(0, HEADER);
        Set<String> names = new TreeSet<>();
        new Reading(bytes, accounted).table(bytes.getInt(16), bytes.getInt(20), names, 0);
        return new SettingsDatabase(names, accounted.isAll());
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        return file.length >= magic.length && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }

    /** Walks tables, of which each may be reached once. */
    private record Reading(ByteBuffer bytes, Accounted accounted) {
        void table(int start, int end, Set<String> names, int depth) throws IOException {
            long size = Integer.toUnsignedLong(end) - Integer.toUnsignedLong(start);
            if (size < 8 || depth > DEEPEST) {
                throw new IOException("a table is too small or too deep");
            }
            accounted.add(Integer.toUnsignedLong(start), size);
            long words = bytes.getInt(start) & BLOOM_WORDS;
            long buckets = Integer.toUnsignedLong(bytes.getInt(start + 4));
            long items = size - 8 - 4 * (words + buckets);
            if (items < 0 || items % ITEM != 0) {
                throw new IOException("a table has no room for its parts");
            }
            int at = (int) (start + size - items);
            for (long i = 0; i < items / ITEM; i++, at += ITEM) {
                item(at, names, depth);
            }
        }

        private void item(int at, Set<String> names, int depth) throws IOException {
            int start = bytes.getInt(at + 16);
            int end = bytes.getInt(at + 20);
            long nameAt = Integer.toUnsignedLong(bytes.getInt(at + 8));
            int length = Short.toUnsignedInt(bytes.getShort(at + 12));
            accounted.add(nameAt, length);
            // A name with a parent is the rest of a longer one.
            if (bytes.getInt(at + 4) == NO_PARENT && length > 0) {
                names.add(StandardCharsets.ISO_8859_1
                        .decode(bytes.slice((int) nameAt, length))
                        .toString());
            }
            switch (bytes.get(at + 14)) {
                case 'H' -> table(start, end, new TreeSet<>(), depth + 1);
                case 'v', 'L' ->
                    accounted.add(
                            Integer.toUnsignedLong(start), Integer.toUnsignedLong(end) - Integer.toUnsignedLong(start));
                default -> throw new IOException("a value of an unknown kind");
            }
        }
    }
}

package dev.jonah.provenance.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which modules a cache of iconv, {@code gconv-modules.cache}, has the C library load ({@code iconv/iconvconfig.h} of
 * glibc).
 *
 * @param modules paths or, where the cache names no directory, names; one character a byte
 */
public record ConversionCache(Set<String> modules) {
    private static final int MAGIC = 0x20010324;
    private static final int HEADER = 14;
    private static final int MODULE = 12;
    private static final int STEP = 6;
    private static final int LONGEST = 4096;

    /** Copies the set. */
    public ConversionCache {
        modules = java.util.Collections.unmodifiableSet(new TreeSet<>(modules));
    }

    /**
     * Reads a whole file.
     *
     * @throws IOException if it is no such cache, or something in it leads out of it
     */
    public static ConversionCache read(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length >= HEADER && bytes.getInt(0) != MAGIC) {
            bytes.order(ByteOrder.BIG_ENDIAN);
        }
        if (file.length < HEADER || bytes.getInt(0) != MAGIC) {
            throw new IOException("no cache of iconv");
        }
        int texts = unsigned(bytes, 4);
        int modulesAt = unsigned(bytes, 10);
        int otherAt = unsigned(bytes, 12);
        if (texts > file.length || modulesAt > otherAt || otherAt > file.length) {
            throw new IOException("a part leads out of the file");
        }
        Set<String> modules = new TreeSet<>();
        for (int at = modulesAt; at + MODULE <= otherAt; at += MODULE) {
            add(modules, file, texts, bytes, at + 2);
            add(modules, file, texts, bytes, at + 6);
        }
        // Conversions in several steps: how many, and for each a character set and its module.
        for (int at = otherAt; at < file.length; ) {
            int steps = at + 2 > file.length ? STEP : unsigned(bytes, at);
            at += 2;
            if (at + steps * STEP > file.length) {
                throw new IOException("a conversion leads out of the file");
            }
            for (int i = 0; i < steps; i++, at += STEP) {
                add(modules, file, texts, bytes, at + 2);
            }
        }
        return new ConversionCache(modules);
    }

    /** Adds what two offsets, of a directory and a name, lead to. */
    private static void add(Set<String> modules, byte[] file, int texts, ByteBuffer bytes, int at) throws IOException {
        String module = text(file, texts + unsigned(bytes, at + 2));
        // What begins so is built into the library.
        if (!module.isEmpty() && !module.startsWith("=")) {
            modules.add(text(file, texts + unsigned(bytes, at)) + module);
        }
    }

    private static String text(byte[] file, int start) throws IOException {
        int end = start;
        while (end < file.length && file[end] != 0) {
            if (++end - start > LONGEST) {
                throw new IOException("a text is too long");
            }
        }
        if (end >= file.length) {
            throw new IOException("a text leads out of the file");
        }
        return new String(file, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}

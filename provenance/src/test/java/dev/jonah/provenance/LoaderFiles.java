package dev.jonah.provenance;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes caches of the dynamic loader; entries are a name and a path, in turn. */
public final class LoaderFiles {
    private LoaderFiles() {}

    /** The present format. */
    public static byte[] cache(ByteOrder order, String... entries) {
        return cache(order, 0, entries);
    }

    /** The format of libc5. */
    public static byte[] oldCache(ByteOrder order, String... entries) {
        int count = entries.length / 2;
        ByteBuffer head = ByteBuffer.allocate(16 + 12 * count).order(order);
        head.put(ascii("ld.so-1.7.0")).position(12);
        head.putInt(count);
        ByteArrayOutputStream strings = new ByteArrayOutputStream();
        for (int i = 0; i < entries.length; i += 2) {
            head.putInt(3).putInt(add(strings, entries[i])).putInt(add(strings, entries[i + 1]));
        }
        return join(head.array(), strings.toByteArray());
    }

    /** Both: an old one without entries that count, then, at a multiple of eight, the present one. */
    public static byte[] bothCaches(ByteOrder order, String... entries) {
        byte[] old = oldCache(order, "libold.so.1", "/nowhere/libold.so.1");
        ByteBuffer head = ByteBuffer.allocate(32).order(order).put(old, 0, 28);
        return join(head.array(), cache(order, 0, entries));
    }

    /** What ldconfig remembers of libraries with these names, with entries of 48 bytes. */
    public static byte[] memory(String... sonames) {
        ByteArrayOutputStream strings = new ByteArrayOutputStream();
        ByteBuffer entries = ByteBuffer.allocate(48 * sonames.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < sonames.length; i++) {
            entries.putInt(48 * i + 36, add(strings, sonames[i]));
        }
        ByteBuffer head = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("glibc-ld.so.auxcache-1.0")).putInt(sonames.length).putInt(strings.size());
        return join(join(head.array(), entries.array()), strings.toByteArray());
    }

    /** A shared library, 64 bits wide, that has nothing but a SONAME. */
    public static byte[] library(String soname) {
        ByteBuffer file = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1})
                .putShort(16, (short) 3)
                .putShort(18, (short) 62);
        file.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 2);
        file.putInt(64, 1).putLong(72, 0).putLong(80, 0x1000).putLong(96, 512); // one segment, loaded at 0x1000
        file.putInt(120, 2).putLong(128, 200).putLong(136, 0x1000 + 200).putLong(152, 48); // the dynamic section
        file.putLong(200, 5).putLong(208, 0x1000 + 300).putLong(216, 14).putLong(224, 1);
        file.position(301).put(ascii(soname));
        return file.array();
    }

    private static byte[] cache(ByteOrder order, int flags, String... entries) {
        int count = entries.length / 2;
        int strings = 48 + 24 * count;
        ByteBuffer head = ByteBuffer.allocate(strings).order(order);
        head.put(ascii("glibc-ld.so.cache1.1")).putInt(count);
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        head.position(48);
        for (int i = 0; i < entries.length; i += 2) {
            head.putInt(0x303).putInt(strings + add(texts, entries[i])).putInt(strings + add(texts, entries[i + 1]));
            head.putInt(0).putLong(flags);
        }
        head.putInt(24, texts.size());
        head.put(28, (byte) (order == ByteOrder.LITTLE_ENDIAN ? 2 : 3));
        return join(head.array(), texts.toByteArray());
    }

    private static int add(ByteArrayOutputStream strings, String text) {
        int at = strings.size();
        strings.writeBytes(ascii(text));
        strings.write(0);
        return at;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}

package dev.jonah.provenance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes small compiled databases of every kind that is explained. */
public final class CompiledFiles {
    private CompiledFiles() {}

    /** A database of GLib with one schema, which has one key. */
    public static byte[] settings(String schema, ByteOrder order) {
        byte[] name = ascii(schema);
        int inner = 24 + 8 + 24 + name.length;
        ByteBuffer file = ByteBuffer.allocate(inner + 8 + 24 + 3 + 8).order(order);
        file.put(ascii(order == ByteOrder.LITTLE_ENDIAN ? "GVariant" : "raVGtnai"))
                .putLong(0);
        file.putInt(24).putInt(24 + 8 + 24);
        file.putInt(0).putInt(0);
        item(file, 24 + 8 + 24, name.length, 'H', inner, inner + 8 + 24);
        file.put(name);
        file.putInt(0).putInt(0);
        item(file, inner + 8 + 24, 3, 'v', inner + 8 + 24 + 3, file.limit());
        file.put(ascii("key")).putLong(-1);
        return file.array();
    }

    private static void item(ByteBuffer file, int name, int length, char kind, int start, int end) {
        file.putInt(0)
                .putInt(-1)
                .putInt(name)
                .putShort((short) length)
                .put((byte) kind)
                .put((byte) 0);
        file.putInt(start).putInt(end);
    }

    /** A cache of iconv with one module, and a conversion in two steps by another. */
    public static byte[] conversions(String directory, String module, String step) {
        byte[] texts = ascii("\0" + directory + "\0" + module + "\0" + step + "\0=INTERNAL->ucs4\0");
        int nameAt = 2 + directory.length();
        int stepAt = nameAt + module.length() + 1;
        int builtIn = stepAt + step.length() + 1;
        ByteBuffer file = ByteBuffer.allocate(14 + texts.length + 12 + 14 + 2).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x20010324)
                .putShort((short) 14)
                .putShort((short) (14 + texts.length))
                .putShort((short) 0);
        file.putShort((short) (14 + texts.length))
                .putShort((short) (14 + texts.length + 12))
                .put(texts);
        file.putShort((short) 0).putShort((short) 1).putShort((short) nameAt);
        file.putShort((short) 0).putShort((short) builtIn).putShort((short) 1);
        file.putShort((short) 2);
        file.putShort((short) 0).putShort((short) 1).putShort((short) stepAt);
        file.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        return file.array();
    }

    static byte[] hardware() {
        ByteBuffer file = ByteBuffer.allocate(120).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("KSLPHHRH")).putLong(252).putLong(120).putLong(80);
        return file.putLong(64, 24).putLong(72, 16).array();
    }

    static byte[] messages() {
        ByteBuffer file = ByteBuffer.allocate(40 + 56 + 5).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RHHHKSLP")).putLong(0).putLong(40).putLong(1).putLong(56);
        return file.position(96).put(ascii("text")).array();
    }

    static byte[] manuals() {
        ByteBuffer file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        return file.putInt(0x13579acf).putLong(32, 64).array();
    }

    static byte[] icons() {
        return ByteBuffer.allocate(24).putInt(0x10000).putInt(12).putInt(20).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

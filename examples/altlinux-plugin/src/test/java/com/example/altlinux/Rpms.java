package com.example.altlinux;

import dev.jonah.value.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Headers and packages as rpm lays them out, as few entries as can be. */
final class Rpms {
    private static final int NAME = 1000;
    private static final int VERSION = 1001;
    private static final int RELEASE = 1002;
    private static final int SIGNATURE_MD5 = 1004;

    private Rpms() {}

    /** The header of a package, with the magic number before it. */
    static byte[] header(String name) {
        return header(List.of(
                new Entry(NAME, 6, 1, text(name)),
                new Entry(VERSION, 6, 1, text("1.0")),
                new Entry(RELEASE, 6, 1, text("alt1"))));
    }

    /** A package file with this payload. */
    static byte[] archive(String name, String payload) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(header(name));
        body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
        byte[] md5 = HexFormat.of()
                .parseHex(
                        Digest.compute(Digest.Algorithm.MD5, body.toByteArray()).hex());
        byte[] signatures = header(List.of(new Entry(SIGNATURE_MD5, 7, md5.length, md5)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(96).putInt(0xedabeedb).array());
        out.writeBytes(signatures);
        out.writeBytes(new byte[-signatures.length & 7]);
        out.writeBytes(body.toByteArray());
        return out.toByteArray();
    }

    private record Entry(int tag, int type, int count, byte[] value) {}

    private static byte[] header(List<Entry> entries) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteBuffer index = ByteBuffer.allocate(16 * entries.size());
        for (Entry entry : entries) {
            index.putInt(entry.tag).putInt(entry.type).putInt(data.size()).putInt(entry.count);
            data.writeBytes(entry.value);
        }
        return ByteBuffer.allocate(16 + index.capacity() + data.size())
                .putInt(0x8eade801)
                .putInt(0)
                .putInt(entries.size())
                .putInt(data.size())
                .put(index.array())
                .put(data.toByteArray())
                .array();
    }

    private static byte[] text(String value) {
        return (value + "\0").getBytes(StandardCharsets.UTF_8);
    }
}

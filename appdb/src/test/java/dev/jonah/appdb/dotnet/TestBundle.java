package dev.jonah.appdb.dotnet;

import dev.jonah.appdb.program.TestElf;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;

/** Makes host programs of .NET, with or without a bundle behind them, in every layout of the bundler. */
public final class TestBundle {
    private static final byte[] SIGNATURE =
            HexFormat.of().parseHex("8b1202b96a612038727b930214d7a03213f5b9e6efae3318ee3b2dce24b36aae");

    private record Entry(String path, int type, byte[] content, boolean packed) {}

    private final int layout;
    private final List<Entry> entries = new ArrayList<>();

    /** Of layout 1, 2 or 6. */
    public TestBundle(int layout) {
        this.layout = layout;
    }

    /** With this file; type 3 is the list of dependencies, 4 the configuration. */
    public TestBundle file(String path, int type, String content) {
        entries.add(new Entry(path, type, content.getBytes(StandardCharsets.UTF_8), false));
        return this;
    }

    /** With this file compressed, which only layout 6 can tell. */
    public TestBundle packed(String path, int type, String content) {
        entries.add(new Entry(path, type, content.getBytes(StandardCharsets.UTF_8), true));
        return this;
    }

    /** A host without a bundle that starts this assembly. */
    public static byte[] host(String assembly) {
        return program(0, assembly);
    }

    /** The host with the bundle. */
    public byte[] bytes() {
        int length = program(0, "").length;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteBuffer table = ByteBuffer.allocate(64 * 1024).order(ByteOrder.LITTLE_ENDIAN);
        table.putInt(layout).putInt(0).putInt(entries.size());
        text("bundle-id", table);
        if (layout >= 2) {
            table.position(table.position() + 40);
        }
        for (Entry entry : entries) {
            byte[] stored = entry.packed ? deflated(entry.content) : entry.content;
            // Room for a table of sections that is not there.
            table.putLong(length + 1024 + body.size()).putLong(entry.content.length);
            if (layout >= 6) {
                table.putLong(entry.packed ? stored.length : 0);
            }
            table.put((byte) entry.type);
            text(entry.path, table);
            body.writeBytes(stored);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(program(length + 1024 + body.size(), ""));
        out.writeBytes(new byte[1024]);
        out.writeBytes(body.toByteArray());
        out.write(table.array(), 0, table.position());
        return out.toByteArray();
    }

    private static byte[] program(long table, String assembly) {
        byte[] name = (assembly + "\0").getBytes(StandardCharsets.UTF_8);
        byte[] data = ByteBuffer.allocate(256)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(16, table)
                .put(24, SIGNATURE)
                .put(100, name)
                .array();
        return TestElf.usual().section(".data", data).bytes();
    }

    private static void text(String text, ByteBuffer out) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.put((byte) bytes.length).put(bytes);
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] out = new byte[content.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }
}

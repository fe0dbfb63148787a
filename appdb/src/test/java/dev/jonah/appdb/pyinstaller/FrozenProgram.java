package dev.jonah.appdb.pyinstaller;

import dev.jonah.appdb.program.TestElf;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Makes programs as PyInstaller does: an archive in the section {@code pydata}, or behind the program. */
public final class FrozenProgram {
    private static final byte[] MAGIC = {'M', 'E', 'I', 014, 013, 012, 013, 016};

    private final ByteArrayOutputStream contents = new ByteArrayOutputStream();
    private final ByteArrayOutputStream table = new ByteArrayOutputStream();

    /** With one file, compressed or not. */
    public FrozenProgram file(char kind, String name, String content, boolean compressed) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] stored = compressed ? deflate(bytes) : bytes;
        byte[] label = name.getBytes(StandardCharsets.UTF_8);
        int length = (18 + label.length + 1 + 15) / 16 * 16;
        ByteBuffer entry = ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(contents.size())
                .putInt(stored.length)
                .putInt(bytes.length)
                .put((byte) (compressed ? 1 : 0))
                .put((byte) kind)
                .put(label);
        table.writeBytes(entry.array());
        contents.writeBytes(stored);
        return this;
    }

    /** The archive with its cookie. */
    public byte[] archive() {
        int length = contents.size() + table.size() + 88;
        ByteBuffer archive = ByteBuffer.allocate(length)
                .put(contents.toByteArray())
                .put(table.toByteArray())
                .put(MAGIC)
                .putInt(length)
                .putInt(contents.size())
                .putInt(table.size())
                .putInt(311)
                .put("libpython3.11.so.1.0".getBytes(StandardCharsets.US_ASCII));
        return archive.array();
    }

    /** A program that has the archive in a section. */
    public byte[] inSection() {
        return TestElf.usual().section("pydata", archive()).bytes();
    }

    /** A program behind which the archive stands. */
    public byte[] appended() {
        byte[] program = TestElf.usual().section(".text", new byte[64]).bytes();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(program);
        all.writeBytes(archive());
        return all.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }
}

package dev.jonah.appdb.golang;

import dev.jonah.appdb.program.TestElf;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Build information as Go's linker lays it out, in both of its layouts. */
public final class TestBuildInfo {
    /** What the main package of the fixtures was built from. */
    public static final String LINES = """
            path\texample.com/Tool/cmd/tool
            mod\texample.com/Tool\tv1.2.3\th1:AAAA=
            dep\tgolang.org/x/text\tv0.3.7\th1:BBBB=
            dep\tgithub.com/BurntSushi/toml\tv1.0.0
            =>\texample.com/fork/toml\tv1.0.1\th1:CCCC=
            dep\texample.com/local\tv0.0.0
            =>\t./local\t(devel)
            build\t-compiler=gc
            build\t-ldflags="-s -w"
            build\tvcs.revision=0123456789abcdef
            """;

    private static final byte[] START = HexFormat.of().parseHex("3077af0c9274080241e1c107e6d618e6");
    private static final byte[] END = HexFormat.of().parseHex("f932433186182072008242104116d8f2");

    private TestBuildInfo() {}

    /** Since Go 1.18. */
    public static byte[] inline(String version, String lines) {
        ByteArrayOutputStream out = header(8, 2);
        string(version.getBytes(StandardCharsets.UTF_8), out);
        string(framed(lines), out);
        return out.toByteArray();
    }

    /** Before Go 1.18; {@code start} is where the bytes will lie in a {@link TestElf}. */
    public static byte[] pointers(String version, String lines, int size, boolean bigEndian, long start) {
        byte[] first = version.getBytes(StandardCharsets.UTF_8);
        byte[] second = framed(lines);
        long base = TestElf.ADDRESS + start;
        ByteBuffer out = ByteBuffer.allocate(64 + first.length + second.length)
                .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        out.put(header(size, bigEndian ? 1 : 0).toByteArray(), 0, 16);
        for (long pointer : new long[] {
            base + 32, base + 32 + 2L * size, base + 64, first.length, base + 64 + first.length, second.length
        }) {
            if (out.position() == 16 + 2 * size) {
                out.position(32);
            }
            if (size == 8) {
                out.putLong(pointer);
            } else {
                out.putInt((int) pointer);
            }
        }
        out.position(64);
        return out.put(first).put(second).array();
    }

    private static ByteArrayOutputStream header(int size, int flags) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1));
        out.write(size);
        out.write(flags);
        out.writeBytes(new byte[16]);
        return out;
    }

    private static byte[] framed(String lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(START);
        out.writeBytes(lines.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(END);
        return out.toByteArray();
    }

    private static void string(byte[] bytes, ByteArrayOutputStream out) {
        int length = bytes.length;
        while (length >= 0x80) {
            out.write(length & 0x7f | 0x80);
            length >>>= 7;
        }
        out.write(length);
        out.writeBytes(bytes);
    }
}

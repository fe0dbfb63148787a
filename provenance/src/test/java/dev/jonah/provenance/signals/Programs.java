package dev.jonah.provenance.signals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Headers of programs, made by hand. */
final class Programs {
    private Programs() {}

    /** An ELF file for x86-64 with one executable segment of {@code code}, and a loader if one is named. */
    static byte[] elf(int type, @Nullable String loader, boolean sections, byte[] code) {
        byte[] path = loader == null ? new byte[0] : (loader + "\0").getBytes(StandardCharsets.ISO_8859_1);
        int body = 64 + 2 * 56;
        ByteBuffer out = ByteBuffer.allocate(body + path.length + code.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        out.putShort((short) type).putShort((short) 62).putInt(1).putLong(0);
        out.putLong(64).putLong(sections ? body : 0).putInt(0);
        out.putShort((short) 64)
                .putShort((short) 56)
                .putShort((short) 2)
                .putShort((short) 64)
                .putShort((short) 0);
        out.putShort((short) 0);
        out.putInt(loader == null ? 0 : 3)
                .putInt(4)
                .putLong(body)
                .putLong(0)
                .putLong(0)
                .putLong(path.length)
                .putLong(0);
        out.putLong(1);
        out.putInt(1)
                .putInt(5)
                .putLong(body + path.length)
                .putLong(0)
                .putLong(0)
                .putLong(code.length)
                .putLong(0);
        out.putLong(1);
        return out.put(path).put(code).array();
    }

    /** A statically linked program with sections. */
    static byte[] elf() {
        return elf(2, null, true, new byte[64]);
    }

    /** Bytes that look random, always the same. */
    static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }
}

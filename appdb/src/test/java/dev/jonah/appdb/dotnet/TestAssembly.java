package dev.jonah.appdb.dotnet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes the least of a PE file that has a version among its resources. */
final class TestAssembly {
    private TestAssembly() {}

    /** Of this version. */
    static byte[] ofVersion(int major, int minor, int build, int revision) {
        ByteBuffer out = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        out.put(0, "MZ".getBytes(StandardCharsets.US_ASCII)).putInt(60, 64);
        out.put(64, "PE\0\0".getBytes(StandardCharsets.US_ASCII)).putShort(70, (short) 1);
        int section = 64 + 24;
        out.put(section, ".rsrc".getBytes(StandardCharsets.US_ASCII))
                .putInt(section + 16, 128)
                .putInt(section + 20, 256);
        out.putInt(256 + 32, 0xfeef04bd).putInt(256 + 40, major << 16 | minor).putInt(256 + 44, build << 16 | revision);
        return out.array();
    }
}

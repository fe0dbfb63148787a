package dev.jonah.sysdb.rpm.storage;

import java.nio.ByteBuffer;

/** SQLite's numbers of one to nine bytes: seven bits a byte, eight in the ninth. */
final class Varint {
    private Varint() {}

    /** Reads one and moves behind it; -1 if the buffer ends in it. */
    static long read(ByteBuffer bytes) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            byte b = bytes.get();
            value = value << 7 | b & 0x7f;
            if (b >= 0) {
                return value;
            }
        }
        return bytes.hasRemaining() ? value << 8 | bytes.get() & 0xff : -1;
    }
}

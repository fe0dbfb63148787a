package dev.jonah.inspector.bytes;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Runs of zero bytes. */
final class Zeros {
    static final int LENGTH = 64 * 1024;
    private static final byte[] ZEROS = new byte[LENGTH];

    private Zeros() {}

    static boolean fill(byte[] bytes, int length) {
        return Arrays.equals(bytes, 0, length, ZEROS, 0, length);
    }

    static void put(ByteBuffer into, int count) {
        for (int left = count; left > 0; left -= LENGTH) {
            into.put(ZEROS, 0, Math.min(left, LENGTH));
        }
    }
}

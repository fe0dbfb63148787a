package dev.jonah.sysdb.rpm.storage;

import java.nio.ByteBuffer;
import java.util.List;

/** Puts together what lies in pieces. Memory is asked for only when all pieces are there: a promised length proves nothing. */
final class Parts {
    /** The most bytes that can be put together. */
    static final int MOST = Integer.MAX_VALUE - 64;

    private Parts() {}

    static byte[] join(List<ByteBuffer> parts, int length) {
        ByteBuffer whole = ByteBuffer.allocate(length);
        for (ByteBuffer part : parts) {
            whole.put(part.duplicate());
        }
        return whole.array();
    }
}

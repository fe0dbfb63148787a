package dev.jonah.sysdb.rpm.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The running checksum of a write-ahead log ("Checksum Algorithm" of SQLite's file format). */
final class LogChecksum {
    private final ByteOrder order;
    private int first;
    private int second;

    LogChecksum(ByteOrder order) {
        this.order = order;
    }

    void update(ByteBuffer bytes, int start, int length) {
        ByteBuffer words = bytes.duplicate().order(order);
        for (int at = start; at < start + length; at += 8) {
            first += words.getInt(at) + second;
            second += words.getInt(at + 4) + first;
        }
    }

    /** Whether it is the one written here, always in big-endian order. */
    boolean isAt(ByteBuffer bytes, int at) {
        return bytes.getInt(at) == first && bytes.getInt(at + 4) == second;
    }
}

package dev.jonah.sysdb.rpm.explain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells the files of an SQLite database by their heads (sqlite.org, "Database File Format" and "WAL-mode File Format"). */
final class SqliteFiles {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LOG = 0x377f0682;
    private static final int VERSION = 3_007_000;
    private static final long JOURNAL = 0xd9d505f920a163d7L;
    private static final int SHARED = 32 << 10;

    private SqliteFiles() {}

    static boolean isDatabase(byte[] head) {
        return head.length >= 100 && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** A write-ahead log; an empty one stays behind when all of it was folded in. */
    static boolean isLog(byte[] head) {
        return head.length == 0
                || head.length >= 32
                        && (ByteBuffer.wrap(head).getInt() & ~1) == LOG
                        && ByteBuffer.wrap(head).getInt(4) == VERSION;
    }

    /** The index of a log, in the byte order of the machine; all zeros if it was never used. */
    static boolean isSharedMemory(byte[] head, long size) {
        if (size % SHARED != 0) {
            return false;
        }
        if (head.length < 4) {
            return head.length == 0;
        }
        int version = ByteBuffer.wrap(head).getInt();
        return version == VERSION || version == Integer.reverseBytes(VERSION) || version == 0 && isZero(head);
    }

    /** A rollback journal; its head is zeroed or it is emptied when it is no longer needed. */
    static boolean isJournal(byte[] head) {
        return head.length == 0
                || head.length >= 8 && ByteBuffer.wrap(head).getLong() == JOURNAL
                || head.length >= 28 && isZero(Arrays.copyOf(head, 28));
    }

    private static boolean isZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}

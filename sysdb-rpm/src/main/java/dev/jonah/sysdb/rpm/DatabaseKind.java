package dev.jonah.sysdb.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What kind of file holds the headers; told by its first bytes, for names say nothing: an index of apt has one of them. */
enum DatabaseKind {
    /** {@code rpmdb.sqlite}. */
    SQLITE("SQLite"),
    /** {@code Packages.db}. */
    NDB("ndb"),
    /** {@code Packages}. */
    BERKELEY("Berkeley DB");

    /** How many bytes tell it. */
    static final int HEAD = 16;

    private static final byte[] SQLITE_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NDB_MAGIC = "RpmP".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH = 0x061561;
    private static final int BTREE = 0x053162;

    private final String displayName;

    DatabaseKind(String displayName) {
        this.displayName = displayName;
    }

    /** The name for people. */
    String displayName() {
        return displayName;
    }

    /** The kind of file that begins so, or null. */
    static @Nullable DatabaseKind of(byte[] head) {
        if (head.length < HEAD) {
            return null;
        }
        if (Arrays.equals(head, 0, HEAD, SQLITE_MAGIC, 0, HEAD)) {
            return SQLITE;
        }
        if (Arrays.equals(head, 0, 4, NDB_MAGIC, 0, 4)) {
            return NDB;
        }
        int little = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
        int big = Integer.reverseBytes(little);
        return little == HASH || little == BTREE || big == HASH || big == BTREE ? BERKELEY : null;
    }
}

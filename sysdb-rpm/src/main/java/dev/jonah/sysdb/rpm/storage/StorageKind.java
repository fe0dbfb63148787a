package dev.jonah.sysdb.rpm.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which kind of file holds the headers; told by its first bytes, as an index of apt has the name of one of them. */
public enum StorageKind {
    /** {@code rpmdb.sqlite}, read by {@link SqliteDatabase}. */
    SQLITE,
    /** {@code Packages.db}, read by {@link NdbDatabase}. */
    NDB,
    /** {@code Packages}, read by {@link BerkeleyDatabase}. */
    BERKELEY;

    /** How many bytes tell it. */
    public static final int HEAD = 16;

    private static final byte[] SQLITE_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NDB_MAGIC = "RpmP".getBytes(StandardCharsets.US_ASCII);

    /**
     * The kind of file that begins so; null for any other.
     *
     * @param head the first {@link #HEAD} bytes, or more
     */
    public static @Nullable StorageKind of(byte[] head) {
        if (head.length < HEAD) {
            return null;
        }
        if (Arrays.equals(head, 0, HEAD, SQLITE_MAGIC, 0, HEAD)) {
            return SQLITE;
        }
        if (Arrays.equals(head, 0, NDB_MAGIC.length, NDB_MAGIC, 0, NDB_MAGIC.length)) {
            return NDB;
        }
        int magic = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
        return BerkeleyMeta.isMagic(magic) || BerkeleyMeta.isMagic(Integer.reverseBytes(magic)) ? BERKELEY : null;
    }
}

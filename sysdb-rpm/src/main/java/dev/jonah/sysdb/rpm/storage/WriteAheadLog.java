package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages that a write-ahead log has in place of those of the database: those of whole transactions, up to the first frame
 * whose checksum does not fit ("WAL-Mode File Format" of SQLite).
 */
final class WriteAheadLog {
    private static final int MAGIC = 0x377f0682;
    private static final int VERSION = 3_007_000;
    private static final int HEADER = 32;
    private static final int FRAME = 24;

    private final DatabaseBytes bytes;
    private final int pageSize;
    private final Map<Integer, Long> offsets = new HashMap<>();
    private long pages;

    private WriteAheadLog(DatabaseBytes bytes, int pageSize) {
        this.bytes = bytes;
        this.pageSize = pageSize;
    }

    /** The log, or null if it holds nothing that counts. */
    static @Nullable WriteAheadLog read(DatabaseBytes bytes, int pageSize, Problems problems) throws IOException {
        if (bytes.size() == 0) {
            return null;
        }
        WriteAheadLog log = new WriteAheadLog(bytes, pageSize);
        log.index(problems);
        return log.offsets.isEmpty() ? null : log;
    }

    /** How many pages the database has after the last transaction. */
    long pages() {
        return pages;
    }

    /** The newest version of a page, or null if the log has none. */
    @Nullable
    ByteBuffer page(int number) throws IOException {
        Long offset = offsets.get(number);
        return offset == null ? null : bytes.at(offset, pageSize);
    }

    private void index(Problems problems) throws IOException {
        ByteBuffer header = bytes.at(0, HEADER);
        if (header == null || (header.getInt(0) & ~1) != MAGIC || header.getInt(4) != VERSION) {
            problems.add("rpm.storage.log", "the write-ahead log is none, and left out");
            return;
        }
        ByteOrder order = (header.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        Checksum checksum = new Checksum();
        checksum.update(header, 0, 24, order);
        if (header.getInt(8) != pageSize || !checksum.equalsAt(header, 24)) {
            problems.add("rpm.storage.log", "the write-ahead log is damaged or of another database, and left out");
            return;
        }
        Map<Integer, Long> transaction = new HashMap<>();
        for (long offset = HEADER; ; offset += FRAME + pageSize) {
            ByteBuffer frame = bytes.at(offset, FRAME + pageSize);
            // What follows an older log that was longer has other salts.
            if (frame == null
                    || frame.getInt(8) != header.getInt(16)
                    || frame.getInt(12) != header.getInt(20)) {
                break;
            }
            checksum.update(frame, 0, 8, order);
            checksum.update(frame, FRAME, pageSize, order);
            if (!checksum.equalsAt(frame, 16)) {
                problems.add("rpm.storage.log", "the write-ahead log is damaged at " + offset + "; what follows is left out");
                break;
            }
            transaction.put(frame.getInt(0), offset + FRAME);
            if (frame.getInt(4) != 0) {
                offsets.putAll(transaction);
                transaction.clear();
                pages = frame.getInt(4) & 0xffffffffL;
            }
        }
    }

    /** The running checksum of the log. */
    private static final class Checksum {
        private int first;
        private int second;

        void update(ByteBuffer bytes, int start, int length, ByteOrder order) {
            ByteBuffer words = bytes.duplicate().order(order);
            for (int at = start; at < start + length; at += 8) {
                first += words.getInt(at) + second;
                second += words.getInt(at + 4) + first;
            }
        }

        boolean equalsAt(ByteBuffer bytes, int at) {
            return bytes.getInt(at) == first && bytes.getInt(at + 4) == second;
        }
    }
}

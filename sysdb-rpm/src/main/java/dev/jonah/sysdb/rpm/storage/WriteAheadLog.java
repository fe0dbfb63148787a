package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
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
    // Of the smallest pages two gigabytes.
    private static final int MOST_FRAMES = 1 << 22;

    private final DatabaseBytes bytes;
    private final int pageSize;
    private final long count;
    // Number of a page and, in the lower half, of its frame; sorted.
    private final long[] index;

    private WriteAheadLog(DatabaseBytes bytes, int pageSize, long count, long[] index) {
        this.bytes = bytes;
        this.pageSize = pageSize;
        this.count = count;
        this.index = index;
    }

    /** The log, or null if it holds nothing that counts. */
    static @Nullable WriteAheadLog read(DatabaseBytes bytes, int pageSize, Problems problems) throws IOException {
        if (bytes.size() == 0) {
            return null;
        }
        ByteBuffer header = bytes.at(0, HEADER);
        if (header == null || (header.getInt(0) & ~1) != MAGIC || header.getInt(4) != VERSION) {
            problem(problems, "is none, and left out");
            return null;
        }
        ByteOrder order = (header.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        LogChecksum checksum = new LogChecksum(order);
        checksum.update(header, 0, 24);
        if (header.getInt(8) != pageSize || !checksum.isAt(header, 24)) {
            problem(problems, "is damaged or of another database, and left out");
            return null;
        }
        return frames(bytes, pageSize, header, checksum, problems);
    }

    private static @Nullable WriteAheadLog frames(
            DatabaseBytes bytes, int pageSize, ByteBuffer header, LogChecksum checksum, Problems problems)
            throws IOException {
        long[] index = new long[64];
        int committed = 0;
        long count = 0;
        int frames = 0;
        for (ByteBuffer frame; (frame = frame(bytes, pageSize, frames)) != null; frames++) {
            if (frame.getLong(8) != header.getLong(16) || frame.getInt(0) == 0) {
                // After other frames it is the rest of an older log that was longer.
                if (frames == 0) {
                    problem(problems, "has other salts than its frames, and is left out");
                }
                break;
            }
            checksum.update(frame, 0, 8);
            checksum.update(frame, FRAME, pageSize);
            if (!checksum.isAt(frame, 16) || frames == MOST_FRAMES) {
                problem(problems, "is damaged or too long at frame " + frames + "; that and what follows is left out");
                break;
            }
            if (frames == index.length) {
                index = Arrays.copyOf(index, 2 * frames);
            }
            index[frames] = (long) frame.getInt(0) << 32 | frames;
            if (frame.getInt(4) != 0) {
                committed = frames + 1;
                count = frame.getInt(4) & 0xffffffffL;
            }
        }
        index = Arrays.copyOf(index, committed);
        Arrays.sort(index);
        return committed == 0 ? null : new WriteAheadLog(bytes, pageSize, count, index);
    }

    private static @Nullable ByteBuffer frame(DatabaseBytes bytes, int pageSize, int number) throws IOException {
        return bytes.at(HEADER + (long) number * (FRAME + pageSize), FRAME + pageSize);
    }

    private static void problem(Problems problems, String what) {
        problems.add("rpm.storage.log", "the write-ahead log " + what);
    }

    /** How many pages the database has after the last transaction. */
    long count() {
        return count;
    }

    /** The newest version of a page, or null if the log has none. */
    @Nullable
    ByteBuffer page(long number) throws IOException {
        // Just behind the last frame of the page.
        int found = -1 - Arrays.binarySearch(index, number << 32 | Integer.MAX_VALUE);
        if (found <= 0 || index[found - 1] >>> 32 != number) {
            return null;
        }
        ByteBuffer frame = frame(bytes, pageSize, (int) index[found - 1]);
        return frame == null ? null : frame.slice(FRAME, pageSize);
    }
}

package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The pages of an SQLite database as they are after the last transaction ("The Database File" of SQLite's file format). */
final class SqlitePages {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int CHANGES = 24;
    private static final int VALID_FOR = 92;

    private final DatabaseBytes bytes;
    private final Problems problems;
    private final int size;
    private final int usable;
    private final @Nullable WriteAheadLog log;
    private final long count;
    private final Charset encoding;

    SqlitePages(DatabaseBytes bytes, @Nullable DatabaseBytes logBytes, Problems problems) throws IOException {
        this.bytes = bytes;
        this.problems = problems;
        ByteBuffer header = bytes.at(0, HEADER);
        if (header == null || !header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw new IOException("not an SQLite database");
        }
        int written = header.getShort(16) & 0xffff;
        size = written == 1 ? 65536 : written;
        usable = size - (header.get(20) & 0xff);
        if (size < 512 || Integer.bitCount(size) != 1 || usable < 480) {
            throw new IOException(
                    "an SQLite database with pages of " + size + " bytes of which " + usable + " are usable");
        }
        log = logBytes == null ? null : newer(header, WriteAheadLog.read(logBytes, size, problems));
        count = Math.min(log == null ? ownCount(header) : log.count(), Integer.MAX_VALUE);
        ByteBuffer first = page(1);
        encoding = switch (first == null ? 1 : first.getInt(56)) {
            case 2 -> StandardCharsets.UTF_16LE;
            case 3 -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }

    /** Bytes of a page that SQLite uses; what follows is left to extensions. */
    int usable() {
        return usable;
    }

    /** How many there are. */
    int count() {
        return (int) count;
    }

    /** In which text is kept. */
    Charset encoding() {
        return encoding;
    }

    /** The usable part of a page; null if there is none with this number. */
    @Nullable
    ByteBuffer page(long number) throws IOException {
        if (number < 1 || number > count) {
            return null;
        }
        ByteBuffer newest = log == null ? null : log.page(number);
        if (newest == null) {
            newest = bytes.at((number - 1) * size, size);
        }
        return newest == null ? null : newest.limit(usable);
    }

    private long ownCount(ByteBuffer header) {
        long whole = bytes.size() / size;
        long promised = header.getInt(28) & 0xffffffffL;
        if (bytes.size() % size != 0 || header.getInt(CHANGES) == header.getInt(VALID_FOR) && promised > whole) {
            problems.add("rpm.storage.page", "the file ends early, after " + whole + " of " + promised + " pages");
        }
        return whole;
    }

    /** The log, unless the database went on without it: a log of one layer says nothing of a database of another. */
    private @Nullable WriteAheadLog newer(ByteBuffer header, @Nullable WriteAheadLog found) throws IOException {
        ByteBuffer first = found == null ? null : found.page(1);
        if (first != null && Integer.compareUnsigned(first.getInt(CHANGES), header.getInt(CHANGES)) < 0) {
            problems.add("rpm.storage.log", "the write-ahead log is older than the database, and left out");
            return null;
        }
        return found;
    }
}

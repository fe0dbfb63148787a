package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.function.Consumer;
import java.util.zip.Adler32;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Packages.db}, the format that SUSE uses: pages of slots, each of which tells where a header lies, in blocks of
 * 16 bytes ({@code lib/backend/ndb/rpmpkg.c} of rpm).
 */
public final class NdbDatabase {
    private static final int MAGIC = 0x506d7052;
    private static final int SLOT_MAGIC = 0x746f6c53;
    private static final int BLOB_START = 0x53626c42;
    private static final int BLOB_END = 0x45626c42;
    private static final int PAGE = 4096;
    private static final int SLOT = 16;
    private static final int BLOCK = 16;
    private static final int HEAD = 16;
    private static final int TAIL = 12;
    private static final int MOST_PAGES = 4096;

    private final DatabaseBytes bytes;
    private final long largest;
    private final Problems problems;
    // Headers do not overlap, so all of them together are no longer than the file.
    private long left;

    private NdbDatabase(DatabaseBytes bytes, long largest, Problems problems) {
        this.bytes = bytes;
        this.largest = largest;
        this.problems = problems;
        this.left = bytes.size();
    }

    /**
     * Hands over every header, in the order of the slots. The channel stays open.
     *
     * @param largest bytes that one header may have
     * @throws IOException if the file cannot be read, is no such database, or the sink ends the reading
     */
    public static void read(
            SeekableByteChannel channel, long largest, HeaderSink out, Consumer<StorageProblem> problems)
            throws IOException {
        new NdbDatabase(new DatabaseBytes(channel), largest, new Problems(problems)).read(out);
    }

    private void read(HeaderSink out) throws IOException {
        ByteBuffer header = bytes.at(0, 32);
        if (header == null || header.order(ByteOrder.LITTLE_ENDIAN).getInt(0) != MAGIC) {
            throw new IOException("not an ndb database");
        }
        if (header.getInt(4) != 0) {
            throw new IOException("an ndb database of the unknown version " + header.getInt(4));
        }
        int pages = header.getInt(12);
        if (pages < 1 || pages > MOST_PAGES) {
            problems.add("rpm.storage.page", "the header counts " + Integer.toUnsignedString(pages) + " pages of slots");
            pages = pages < 1 ? 1 : MOST_PAGES;
        }
        for (int page = 0; page < pages; page++) {
            ByteBuffer slots = bytes.at((long) page * PAGE, PAGE);
            if (slots == null) {
                problems.add("rpm.storage.page", "the page of slots " + page + " of " + pages + " lies behind the end");
                return;
            }
            slots.order(ByteOrder.LITTLE_ENDIAN);
            // The header takes the place of the first two slots.
            for (int at = page == 0 ? 2 * SLOT : 0; at < PAGE; at += SLOT) {
                slot(slots, at, page, out);
            }
        }
    }

    private void slot(ByteBuffer slots, int at, int page, HeaderSink out) throws IOException {
        long number = slots.getInt(at + 4) & 0xffffffffL;
        long offset = (slots.getInt(at + 8) & 0xffffffffL) * BLOCK;
        long length = (slots.getInt(at + 12) & 0xffffffffL) * BLOCK;
        if (slots.getInt(at) != SLOT_MAGIC) {
            problems.add("rpm.storage.page", "no slot at " + ((long) page * PAGE + at));
        } else if (offset != 0) {
            byte[] blob = blob(number, offset, length);
            if (blob != null) {
                out.accept(number, blob);
            }
        }
    }

    private byte @Nullable [] blob(long number, long offset, long length) throws IOException {
        if (length < HEAD + TAIL || length > largest + HEAD + TAIL + BLOCK) {
            problems.add("rpm.storage.record", "header " + number + " at " + offset + " has " + length + " bytes");
            return null;
        }
        left -= length;
        if (left < 0) {
            throw new IOException("its headers overlap: together they are longer than the file");
        }
        ByteBuffer whole = bytes.at(offset, (int) length);
        if (whole == null) {
            problems.add("rpm.storage.record", "header " + number + " lies behind the end, at " + offset);
            return null;
        }
        whole.order(ByteOrder.LITTLE_ENDIAN);
        long size = whole.getInt(12) & 0xffffffffL;
        boolean sound = whole.getInt(0) == BLOB_START
                && (whole.getInt(4) & 0xffffffffL) == number
                && size <= length - HEAD - TAIL;
        if (!sound) {
            problems.add("rpm.storage.record", "header " + number + " is not at " + offset + ", where its slot says");
            return null;
        }
        int tail = (int) length - TAIL;
        Adler32 checksum = new Adler32();
        checksum.update(whole.slice(0, tail));
        if (whole.getInt(tail) != (int) checksum.getValue()
                || whole.getInt(tail + 4) != (int) size
                || whole.getInt(tail + 8) != BLOB_END) {
            // Handed over all the same: the header has checksums of its own.
            problems.add("rpm.storage.checksum", "header " + number + " at " + offset + " does not have its checksum");
        }
        byte[] blob = new byte[(int) size];
        whole.get(HEAD, blob);
        return blob;
    }
}

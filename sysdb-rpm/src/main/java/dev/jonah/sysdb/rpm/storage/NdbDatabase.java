package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Adler32;

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
    // A million headers.
    private static final int MOST_PAGES = 4096;

    private final DatabaseBytes bytes;
    private final long largest;
    private final HeaderSink out;
    private final Problems problems;

    private NdbDatabase(DatabaseBytes bytes, long largest, HeaderSink out, Problems problems) {
        this.bytes = bytes;
        this.largest = Math.min(largest, Parts.MOST);
        this.out = out;
        this.problems = problems;
    }

    /**
     * Hands over every header, in the order in which they lie in the file. One whose checksum does not fit is a problem and
     * is handed over all the same, as the header has checksums of its own. The channel stays open.
     *
     * @param largest bytes that one header may have; longer ones are problems
     * @throws IOException if the file cannot be read, is no such database, or the sink ends the reading
     */
    public static void read(
            SeekableByteChannel channel, long largest, HeaderSink out, Consumer<StorageProblem> problems)
            throws IOException {
        new NdbDatabase(new DatabaseBytes(channel), largest, out, new Problems(problems)).read();
    }

    private void read() throws IOException {
        List<NdbSlot> slots = slots();
        slots.sort(Comparator.comparingLong(NdbSlot::offset));
        long free = 0;
        for (NdbSlot slot : slots) {
            if (slot.offset() < free) {
                record(slot, "overlaps the one before it");
            } else {
                free = blob(slot);
            }
        }
    }

    private List<NdbSlot> slots() throws IOException {
        ByteBuffer header = bytes.at(0, 2 * SLOT);
        if (header == null || header.order(ByteOrder.LITTLE_ENDIAN).getInt(0) != MAGIC) {
            throw new IOException("not an ndb database");
        }
        if (header.getInt(4) != 0) {
            throw new IOException(
                    "an ndb database of the unknown version " + Integer.toUnsignedString(header.getInt(4)));
        }
        long promised = header.getInt(12) & 0xffffffffL;
        if (promised < 1 || promised > MOST_PAGES) {
            page("the header counts " + promised + " pages of slots");
        }
        List<NdbSlot> slots = new ArrayList<>();
        for (int number = 0; number < Math.max(1, Math.min(promised, MOST_PAGES)); number++) {
            ByteBuffer page = bytes.at((long) number * PAGE, PAGE);
            if (page == null) {
                page("page " + number + " of " + promised + " pages of slots lies behind the end");
                break;
            }
            page.order(ByteOrder.LITTLE_ENDIAN);
            // The header takes the place of the first two slots.
            for (int at = number == 0 ? 2 * SLOT : 0; at < PAGE; at += SLOT) {
                long offset = (page.getInt(at + 8) & 0xffffffffL) * BLOCK;
                if (page.getInt(at) != SLOT_MAGIC) {
                    page("no slot at " + ((long) number * PAGE + at));
                } else if (offset != 0) {
                    long length = (page.getInt(at + 12) & 0xffffffffL) * BLOCK;
                    slots.add(new NdbSlot(page.getInt(at + 4) & 0xffffffffL, offset, length));
                }
            }
        }
        return slots;
    }

    /** Hands over a header, and tells where the next one may begin. */
    private long blob(NdbSlot slot) throws IOException {
        ByteBuffer head = bytes.at(slot.offset(), HEAD);
        if (head == null) {
            record(slot, "lies behind the end");
            return slot.offset();
        }
        head.order(ByteOrder.LITTLE_ENDIAN);
        if (head.getInt(0) != BLOB_START || (head.getInt(4) & 0xffffffffL) != slot.number()) {
            record(slot, "is not where its slot says");
            return slot.offset();
        }
        long size = head.getInt(12) & 0xffffffffL;
        if (size > largest) {
            record(slot, "has more than " + largest + " bytes");
            return slot.offset();
        }
        long length = (HEAD + size + TAIL + BLOCK - 1) / BLOCK * BLOCK;
        if (length != slot.length()) {
            record(slot, "takes " + length + " bytes, not " + slot.length() + " as its slot says");
        }
        if (slot.offset() + length > bytes.size()) {
            record(slot, "breaks off at the end of the file");
            return slot.offset();
        }
        ByteBuffer content = bytes.at(slot.offset() + HEAD, (int) size);
        ByteBuffer rest = bytes.at(slot.offset() + HEAD + size, (int) (length - HEAD - size));
        if (content == null || rest == null) {
            throw new IOException("the file became shorter while it was read");
        }
        if (!isSound(head, content, rest.order(ByteOrder.LITTLE_ENDIAN))) {
            problems.add("rpm.storage.checksum", text(slot, "does not have its checksum"));
        }
        byte[] blob = new byte[content.limit()];
        content.get(0, blob);
        out.accept(slot.number(), blob);
        return slot.offset() + length;
    }

    private static boolean isSound(ByteBuffer head, ByteBuffer content, ByteBuffer rest) {
        int tail = rest.limit() - TAIL;
        Adler32 checksum = new Adler32();
        checksum.update(head.duplicate());
        checksum.update(content.duplicate());
        checksum.update(rest.slice(0, tail));
        return rest.getInt(tail) == (int) checksum.getValue()
                && rest.getInt(tail + 4) == content.limit()
                && rest.getInt(tail + 8) == BLOB_END;
    }

    private static String text(NdbSlot slot, String what) {
        return "header " + slot.number() + " at " + slot.offset() + " " + what;
    }

    private void record(NdbSlot slot, String what) {
        problems.add("rpm.storage.record", text(slot, what));
    }

    private void page(String message) {
        problems.add("rpm.storage.page", message);
    }
}

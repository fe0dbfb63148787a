package dev.jonah.sysdb.rpm.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.BitSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Packages}, a Berkeley DB hash, or the btree that rpm 5 made, of either byte order. Numbers of log records are
 * not looked at: in databases that were not closed they say nothing.
 */
public final class BerkeleyDatabase {
    private static final int PAGE_HEADER = 26;
    private static final int UNSORTED_HASH_PAGE = 2;
    private static final int LEAF_PAGE = 5;
    private static final int OVERFLOW_PAGE = 7;
    private static final int HASH_PAGE = 13;
    private static final int INLINE = 1;
    private static final int ELSEWHERE = 3;
    private static final int DELETED = 0x80;
    private static final int MOST_PAGES = 1 << 26;

    private final DatabaseBytes bytes;
    private final BerkeleyMeta meta;
    private final long largest;
    private final HeaderSink out;
    private final Problems problems;
    private final int pages;
    private final BitSet seen = new BitSet();
    private final BitSet overflowSeen = new BitSet();
    private boolean damaged;

    private BerkeleyDatabase(DatabaseBytes bytes, long largest, HeaderSink out, Problems problems) throws IOException {
        this.bytes = bytes;
        this.meta = BerkeleyMeta.read(bytes);
        this.largest = largest;
        this.out = out;
        this.problems = problems;
        this.pages = (int) Math.min(MOST_PAGES, bytes.size() / meta.pageSize());
    }

    /**
     * Hands over every header: bucket by bucket; where a chain of pages is damaged, and for btrees, page by page. The channel
     * stays open.
     *
     * @param largest bytes that one header may have
     * @throws IOException if the file cannot be read, is no such database, or the sink ends the reading
     */
    public static void read(
            SeekableByteChannel channel, long largest, HeaderSink out, Consumer<StorageProblem> problems)
            throws IOException {
        BerkeleyDatabase database =
                new BerkeleyDatabase(new DatabaseBytes(channel), largest, out, new Problems(problems));
        database.read();
    }

    private void read() throws IOException {
        if (meta.hash()) {
            readBuckets();
        }
        if (!meta.hash() || damaged) {
            for (int number = 1; number < pages; number++) {
                readIfOfHeaders(number);
            }
        }
        long whole = bytes.size() % meta.pageSize();
        if (whole != 0) {
            problems.add("rpm.storage.page", "the file ends within a page: its size is " + bytes.size());
        }
    }

    private void readBuckets() throws IOException {
        if (meta.lastBucket() >= pages) {
            damage("the file counts " + meta.lastBucket() + " buckets, and has " + pages + " pages");
            return;
        }
        for (long bucket = 0; bucket <= meta.lastBucket(); bucket++) {
            long number = meta.pageOf(bucket);
            do {
                ByteBuffer page = number < pages && !seen.get((int) number) ? page((int) number) : null;
                if (page == null || !isHash(page)) {
                    damage("page " + number + " of bucket " + bucket + " is none of headers, or in two buckets");
                    break;
                }
                seen.set((int) number);
                readHash((int) number, page);
                number = page.getInt(16) & 0xffffffffL;
            } while (number != 0);
        }
    }

    private void readIfOfHeaders(int number) throws IOException {
        ByteBuffer page = seen.get(number) ? null : page(number);
        if (page == null) {
            return;
        }
        if (meta.hash() && isHash(page)) {
            readHash(number, page);
        } else if (!meta.hash() && type(page) == LEAF_PAGE) {
            readLeaf(number, page);
        }
    }

    private void readHash(int number, ByteBuffer page) throws IOException {
        int entries = page.getShort(20) & 0xffff;
        if (PAGE_HEADER + 2 * entries > meta.pageSize()) {
            damage("page " + number + " counts " + entries + " entries");
            return;
        }
        for (int i = 0; i + 1 < entries; i += 2) {
            ByteBuffer key = hashItem(page, i);
            ByteBuffer value = hashItem(page, i + 1);
            if (key == null || value == null || key.limit() != 5 || key.get(0) != INLINE) {
                problems.add("rpm.storage.record", "entry " + i + " of page " + number + " is damaged");
            } else {
                int place = value.get(0) & 0xff;
                record(key.getInt(1) & 0xffffffffL, place, value, 1, number);
            }
        }
    }

    /** Items lie from the end of the page to its start, each up to where the one before it starts. */
    private @Nullable ByteBuffer hashItem(ByteBuffer page, int index) {
        int start = page.getShort(PAGE_HEADER + 2 * index) & 0xffff;
        int end = index == 0 ? meta.pageSize() : page.getShort(PAGE_HEADER + 2 * index - 2) & 0xffff;
        return start < PAGE_HEADER || start >= end || end > meta.pageSize() ? null : slice(page, start, end - start);
    }

    private void readLeaf(int number, ByteBuffer page) throws IOException {
        int entries = page.getShort(20) & 0xffff;
        if (PAGE_HEADER + 2 * entries > meta.pageSize()) {
            damage("page " + number + " counts " + entries + " entries");
            return;
        }
        for (int i = 0; i + 1 < entries; i += 2) {
            ByteBuffer key = leafItem(page, i);
            ByteBuffer value = leafItem(page, i + 1);
            if (key == null || value == null || (key.get(2) & ~DELETED) != INLINE || key.limit() != 7) {
                problems.add("rpm.storage.record", "entry " + i + " of page " + number + " is damaged");
            } else if ((key.get(2) & DELETED) == 0 && (value.get(2) & DELETED) == 0) {
                record(key.getInt(3) & 0xffffffffL, value.get(2), value, 3, number);
            }
        }
    }

    private @Nullable ByteBuffer leafItem(ByteBuffer page, int index) {
        int start = page.getShort(PAGE_HEADER + 2 * index) & 0xffff;
        if (start < PAGE_HEADER || start > meta.pageSize() - 3) {
            return null;
        }
        boolean inline = (page.get(start + 2) & ~DELETED) == INLINE;
        int length = inline ? 3 + (page.getShort(start) & 0xffff) : 12;
        return length > meta.pageSize() - start ? null : slice(page, start, length);
    }

    private void record(long key, int place, ByteBuffer value, int inlineStart, int page) throws IOException {
        if (key == 0) {
            return; // how many headers there ever were
        }
        if (place == INLINE) {
            byte[] blob = new byte[value.limit() - inlineStart];
            value.get(inlineStart, blob);
            out.accept(key, blob);
        } else if (place == ELSEWHERE && value.limit() >= 12) {
            byte[] blob = overflow(key, value.getInt(4) & 0xffffffffL, value.getInt(8) & 0xffffffffL);
            if (blob != null) {
                out.accept(key, blob);
            }
        } else {
            problems.add("rpm.storage.record", "header " + key + " on page " + page + " is kept in a way that rpm does not use");
        }
    }

    /** The bytes of a chain of pages, each of which is a part of one chain only. */
    private byte @Nullable [] overflow(long key, long first, long promised) throws IOException {
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        for (long number = first; number != 0; ) {
            ByteBuffer page = number < pages && !overflowSeen.get((int) number) ? page((int) number) : null;
            int length = page == null ? 0 : page.getShort(22) & 0xffff;
            if (page == null || type(page) != OVERFLOW_PAGE || length > meta.pageSize() - PAGE_HEADER) {
                problems.add("rpm.storage.record", "header " + key + " breaks off at page " + number);
                return blob.size() == 0 ? null : blob.toByteArray();
            }
            if (blob.size() + length > largest) {
                problems.add("rpm.storage.record", "header " + key + " has more than " + largest + " bytes");
                return null;
            }
            overflowSeen.set((int) number);
            blob.write(page.array(), page.arrayOffset() + PAGE_HEADER, length);
            number = page.getInt(16) & 0xffffffffL;
        }
        if (blob.size() != promised) {
            problems.add(
                    "rpm.storage.record", "header " + key + " has " + blob.size() + " bytes, not " + promised + " as recorded");
        }
        return blob.toByteArray();
    }

    private @Nullable ByteBuffer page(int number) throws IOException {
        ByteBuffer page = bytes.at((long) number * meta.pageSize(), meta.pageSize());
        return page == null ? null : page.order(meta.order());
    }

    private ByteBuffer slice(ByteBuffer page, int start, int length) {
        return page.slice(start, length).order(meta.order());
    }

    private static int type(ByteBuffer page) {
        return page.get(25);
    }

    private static boolean isHash(ByteBuffer page) {
        return type(page) == HASH_PAGE || type(page) == UNSORTED_HASH_PAGE;
    }

    private void damage(String message) {
        damaged = true;
        problems.add("rpm.storage.page", message);
    }
}

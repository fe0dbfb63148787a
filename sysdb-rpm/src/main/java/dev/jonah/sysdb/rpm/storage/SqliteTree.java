package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the tree of one table in the order of its keys ("B-tree Pages" of SQLite's file format). Every page is visited
 * at most once.
 */
final class SqliteTree {
    private static final int TABLE_INTERIOR = 5;
    private static final int TABLE_LEAF = 13;
    private static final int INDEX_INTERIOR = 2;
    private static final int INDEX_LEAF = 10;
    // SQLite gives up there too: even of the smallest pages no file could fill such a tree.
    private static final int DEEPEST = 20;

    private final SqlitePages pages;
    private final SqliteTable table;
    private final long largest;
    private final RowSink out;
    private final Problems problems;
    private final BitSet visited = new BitSet();
    private final BitSet overflows = new BitSet();

    SqliteTree(SqlitePages pages, SqliteTable table, long largest, RowSink out, Problems problems) {
        this.pages = pages;
        this.table = table;
        this.largest = Math.min(largest, Parts.MOST);
        this.out = out;
        this.problems = problems;
    }

    void read() throws IOException {
        page(table.root(), 1);
    }

    private void page(long number, int depth) throws IOException {
        ByteBuffer page = depth > DEEPEST ? null : take(number, visited);
        int head = number == 1 ? 100 : 0;
        int type = page == null ? 0 : page.get(head);
        boolean interior = type == (table.ordinary() ? TABLE_INTERIOR : INDEX_INTERIOR);
        boolean leaf = type == (table.ordinary() ? TABLE_LEAF : INDEX_LEAF);
        int cells = page == null ? 0 : page.getShort(head + 3) & 0xffff;
        int pointers = head + (interior ? 12 : 8);
        if (page == null || !interior && !leaf || pointers + 2 * cells > page.limit()) {
            problems.add(
                    "rpm.storage.page", "page " + number + " of " + pages.count() + " is none of this table's tree");
            return;
        }
        // Cells do not overlap, so their content all together is no longer than the page.
        int left = page.limit();
        for (int i = 0; i < cells && left >= 0; i++) {
            int start = page.getShort(pointers + 2 * i) & 0xffff;
            if (start < pointers + 2 * cells || start > page.limit() - 4) {
                record("cell " + i + " lies outside page " + number);
                continue;
            }
            ByteBuffer cell = page.slice(start, page.limit() - start);
            if (interior) {
                page(cell.getInt() & 0xffffffffL, depth + 1);
            }
            if (leaf || !table.ordinary()) {
                left -= row(number, cell, left);
            }
        }
        if (left < 0) {
            record("cells of page " + number + " overlap");
        }
        if (interior) {
            page(page.getInt(head + 8) & 0xffffffffL, depth + 1);
        }
    }

    private @Nullable ByteBuffer take(long number, BitSet taken) throws IOException {
        if (number < 1 || number > pages.count() || taken.get((int) number - 1)) {
            return null;
        }
        ByteBuffer page = pages.page(number);
        if (page != null) {
            taken.set((int) number - 1);
        }
        return page;
    }

    /** Hands over a row, and tells how much of it lies in the page; nothing if that is more than is left. */
    private int row(long page, ByteBuffer cell, int left) throws IOException {
        long length = Varint.read(cell);
        long number = table.ordinary() ? Varint.read(cell) : 0;
        if (length < 0 || length > largest) {
            record("row " + number + " on page " + page + " has " + Long.toUnsignedString(length) + " bytes");
            return 1;
        }
        int local = local(length);
        if (local > cell.remaining() || local < length && local + 4 > cell.remaining()) {
            record("row " + number + " leaves its page " + page);
            return 1;
        }
        int taken = local + 1;
        if (taken > left) {
            return taken;
        }
        ByteBuffer start = cell.slice(cell.position(), local);
        ByteBuffer whole = local == length ? start : overflow(start, cell.getInt(cell.position() + local), length);
        if (whole == null) {
            record("row " + number + " on page " + page + " breaks off");
        } else {
            out.accept(new SqliteRow(table, number, whole, pages.encoding()));
        }
        return taken;
    }

    /** How many bytes of a row lie in its page. */
    private int local(long length) {
        int usable = pages.usable();
        int most = table.ordinary() ? usable - 35 : (usable - 12) * 64 / 255 - 23;
        if (length <= most) {
            return (int) length;
        }
        int least = (usable - 12) * 32 / 255 - 23;
        int some = least + (int) ((length - least) % (usable - 4));
        return some <= most ? some : least;
    }

    private @Nullable ByteBuffer overflow(ByteBuffer start, int first, long length) throws IOException {
        List<ByteBuffer> parts = new ArrayList<>(List.of(start));
        long missing = length - start.limit();
        for (long number = first & 0xffffffffL; missing > 0; ) {
            ByteBuffer page = take(number, overflows);
            if (page == null) {
                return null;
            }
            number = page.getInt(0) & 0xffffffffL;
            int part = (int) Math.min(missing, page.limit() - 4);
            parts.add(page.slice(4, part));
            missing -= part;
        }
        return ByteBuffer.wrap(Parts.join(parts, (int) length));
    }

    private void record(String message) {
        problems.add("rpm.storage.record", message);
    }
}

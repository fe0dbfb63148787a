package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a btree in the order of their keys, and if the tree is damaged also those of all other leaves. */
final class BerkeleyBtree {
    // A bit in the kind of an entry.
    private static final byte DELETED = (byte) 0x80;
    private static final int KIND = 0x7f;
    // No tree of Berkeley DB is higher.
    private static final int HIGHEST = 255;

    private final BerkeleyPages pages;
    private final BerkeleyMeta meta;
    private final BerkeleyValues values;

    BerkeleyBtree(BerkeleyPages pages, BerkeleyMeta meta, BerkeleyValues values) {
        this.pages = pages;
        this.meta = meta;
        this.values = values;
    }

    void read() throws IOException {
        tree(meta.root(), 1);
        for (int number = 1; pages.damaged() && number < pages.count(); number++) {
            BerkeleyPage page = pages.take(number, BerkeleyPage::isLeaf);
            if (page != null) {
                leaf(page, entriesOf(page));
            }
        }
    }

    private void tree(long number, int depth) throws IOException {
        BerkeleyPage page = depth > HIGHEST ? null : pages.take(number, BerkeleyPage::isOfTree);
        if (page == null) {
            pages.damage("page " + number + " is none of the tree, or twice in it");
        } else if (page.isLeaf()) {
            leaf(page, entriesOf(page));
        } else {
            interior(page, entriesOf(page), depth);
        }
    }

    private int entriesOf(BerkeleyPage page) {
        int entries = page.entries();
        if (entries < 0) {
            pages.damage("page " + page.number() + " counts more entries than it has room for");
        }
        return entries;
    }

    private void interior(BerkeleyPage page, int entries, int depth) throws IOException {
        for (int i = 0; i < entries; i++) {
            int start = page.start(i);
            ByteBuffer entry = page.between(start, start + 12);
            if (entry == null) {
                pages.damage("entry " + i + " of page " + page.number() + " is damaged");
            } else {
                tree(entry.getInt(4) & 0xffffffffL, depth + 1);
            }
        }
    }

    private void leaf(BerkeleyPage page, int entries) throws IOException {
        for (int i = 0; i + 1 < entries; i += 2) {
            ByteBuffer key = entry(page, i);
            ByteBuffer value = entry(page, i + 1);
            if (key == null || value == null || key.limit() != 7 || (key.get(2) & KIND) != BerkeleyValues.INLINE) {
                values.damagedEntry(i, page.number());
            } else if ((key.get(2) & DELETED) == 0 && (value.get(2) & DELETED) == 0) {
                values.add(key.position(3).slice().order(meta.order()), value.get(2), value, 3, page.number());
            }
        }
    }

    /** Length, kind and bytes, or kind, page and length. */
    private @Nullable ByteBuffer entry(BerkeleyPage page, int index) {
        int start = page.start(index);
        ByteBuffer head = page.peek(start, 3);
        if (head == null) {
            return null;
        }
        boolean inline = (head.get(2) & KIND) == BerkeleyValues.INLINE;
        return page.between(start, start + (inline ? 3 + (head.getShort(0) & 0xffff) : 12));
    }
}

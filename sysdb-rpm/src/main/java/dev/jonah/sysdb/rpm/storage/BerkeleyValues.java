package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Hands over the values of entries, whether they lie in their page or in a chain of pages of their own. */
final class BerkeleyValues {
    /** How a value is kept: in its page. */
    static final int INLINE = 1;
    /** How a value is kept: in a chain of pages. */
    static final int ELSEWHERE = 3;

    private final BerkeleyPages pages;
    private final long largest;
    private final HeaderSink out;
    private final Problems problems;

    BerkeleyValues(BerkeleyPages pages, long largest, HeaderSink out, Problems problems) {
        this.pages = pages;
        this.largest = Math.min(largest, Parts.MOST);
        this.out = out;
        this.problems = problems;
    }

    /**
     * One entry.
     *
     * @param kind how it is kept
     * @param start where the value starts in an entry that holds it
     */
    void add(ByteBuffer key, int kind, ByteBuffer entry, int start, long page) throws IOException {
        long number = key.getInt(0) & 0xffffffffL;
        if (number == 0) {
            return; // how many headers there ever were
        }
        if (kind == INLINE && entry.limit() - start > largest) {
            tooLong(number);
        } else if (kind == INLINE) {
            byte[] blob = new byte[entry.limit() - start];
            entry.get(start, blob);
            out.accept(number, blob);
        } else if (kind == ELSEWHERE && entry.limit() >= 12) {
            chain(number, entry.getInt(4) & 0xffffffffL, entry.getInt(8) & 0xffffffffL);
        } else {
            problem("header " + number + " on page " + page + " is kept in a way that rpm does not use");
        }
    }

    void damagedEntry(int index, long page) {
        problem("entry " + index + " of page " + page + " is damaged");
    }

    /** The length that the entry promises is known to be wrong at times, where that of the chain is right. */
    private void chain(long header, long first, long promised) throws IOException {
        List<ByteBuffer> parts = new ArrayList<>();
        long length = 0;
        for (long number = first; number != 0; ) {
            BerkeleyPage page = pages.take(number, BerkeleyPage::isOverflow);
            ByteBuffer part = page == null ? null : page.part();
            if (page == null || part == null) {
                problem("header " + header + " breaks off at page " + number);
                if (length < promised || promised == 0) {
                    return;
                }
                break;
            }
            length += part.limit();
            if (length > largest) {
                tooLong(header);
                return;
            }
            parts.add(part);
            number = page.next();
        }
        if (length != promised) {
            problem("header " + header + " has " + length + " bytes, not " + promised + " as recorded");
        }
        out.accept(header, Parts.join(parts, (int) length));
    }

    private void tooLong(long header) {
        problem("header " + header + " has more than " + largest + " bytes");
    }

    private void problem(String message) {
        problems.add("rpm.storage.record", message);
    }
}

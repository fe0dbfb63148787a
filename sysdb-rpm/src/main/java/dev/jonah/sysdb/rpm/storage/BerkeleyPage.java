package dev.jonah.sysdb.rpm.storage;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A page of a Berkeley DB file: its head, the places of its entries, and the entries, which fill it from its end ({@code
 * PAGE} of {@code dbinc/db_page.h}). The number of the log record in the head is not looked at: it says nothing in databases
 * that were not closed.
 */
final class BerkeleyPage {
    private static final int INTERIOR = 3;
    private static final int LEAF = 5;
    private static final int OVERFLOW = 7;
    private static final int UNSORTED_HASH = 2;
    private static final int HASH = 13;

    private final long number;
    private final ByteBuffer bytes;
    private final int head;
    // Entries do not overlap, so all of them together are no longer than the page.
    private int left;

    BerkeleyPage(long number, ByteBuffer bytes, int head) {
        this.number = number;
        this.bytes = bytes;
        this.head = head;
        this.left = bytes.limit();
    }

    long number() {
        return number;
    }

    /** The page after it in a bucket or in a long value; 0 if it is the last. */
    long next() {
        return bytes.getInt(16) & 0xffffffffL;
    }

    boolean isHash() {
        return type() == HASH || type() == UNSORTED_HASH;
    }

    boolean isLeaf() {
        return type() == LEAF;
    }

    boolean isOfTree() {
        return type() == INTERIOR || type() == LEAF;
    }

    boolean isOverflow() {
        return type() == OVERFLOW;
    }

    /** Whether it was never written: so are the pages of buckets that were made in advance. */
    boolean isBlank() {
        for (int i = 0; i < head; i++) {
            if (bytes.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** How many entries it has; -1 if so many cannot be. */
    int entries() {
        int entries = bytes.getShort(20) & 0xffff;
        return head + 2 * entries <= bytes.limit() ? entries : -1;
    }

    /** Where an entry starts. */
    int start(int index) {
        return bytes.getShort(head + 2 * index) & 0xffff;
    }

    /** The bytes from one place to another; null if no entry can lie there. */
    @Nullable
    ByteBuffer between(int start, int end) {
        if (start < head || start >= end || end > bytes.limit() || end - start > left) {
            return null;
        }
        left -= end - start;
        return bytes.slice(start, end - start).order(bytes.order());
    }

    /** The same without taking them for an entry. */
    @Nullable
    ByteBuffer peek(int start, int length) {
        boolean within = start >= head && start <= bytes.limit() - length;
        return within ? bytes.slice(start, length).order(bytes.order()) : null;
    }

    int size() {
        return bytes.limit();
    }

    /** The part of a long value that lies on it; null if it cannot be as long as it says. */
    @Nullable
    ByteBuffer part() {
        int length = bytes.getShort(22) & 0xffff;
        return length <= bytes.limit() - head ? bytes.slice(head, length) : null;
    }

    private int type() {
        return bytes.get(25);
    }
}

package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The pages of a Berkeley DB file, each of which is part of one thing only and so is given out once. */
final class BerkeleyPages {
    private static final int MOST = 1 << 26;

    private final DatabaseBytes bytes;
    private final BerkeleyMeta meta;
    private final Problems problems;
    private final int count;
    private final BitSet taken = new BitSet();
    private boolean damaged;

    BerkeleyPages(DatabaseBytes bytes, BerkeleyMeta meta, Problems problems) {
        this.bytes = bytes;
        this.meta = meta;
        this.problems = problems;
        long whole = bytes.size() / meta.pageSize();
        this.count = (int) Math.min(MOST, whole);
        if (whole > MOST) {
            damage("the file has " + whole + " pages, of which those after " + MOST + " are not read");
        }
        if (bytes.size() % meta.pageSize() != 0) {
            damage("the file ends within a page: its size is " + bytes.size());
        } else if (meta.lastPage() >= whole) {
            damage("the file ends before page " + meta.lastPage() + ", its last one");
        }
    }

    int count() {
        return count;
    }

    /** A page of this kind; null if there is none with the number, or it was given out before. */
    @Nullable
    BerkeleyPage take(long number, Predicate<BerkeleyPage> kind) throws IOException {
        if (number < 1 || number >= count || taken.get((int) number)) {
            return null;
        }
        // Its head first: any number of entries may lead to a large page of another kind.
        BerkeleyPage head = read(number, meta.pageHead());
        if (head == null || !kind.test(head)) {
            return null;
        }
        taken.set((int) number);
        return read(number, meta.pageSize());
    }

    /** Whether anything but a single entry was damaged, so that pages may be out of reach. */
    boolean damaged() {
        return damaged;
    }

    void damage(String message) {
        damaged = true;
        problems.add("rpm.storage.page", message);
    }

    private @Nullable BerkeleyPage read(long number, int length) throws IOException {
        ByteBuffer content = bytes.at(number * meta.pageSize(), length);
        return content == null ? null : new BerkeleyPage(number, content.order(meta.order()), meta.pageHead());
    }
}

package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of a hash bucket by bucket, each a chain of pages, and if a chain is damaged also those of all other
 * pages.
 */
final class BerkeleyHash {
    private final BerkeleyPages pages;
    private final BerkeleyMeta meta;
    private final BerkeleyValues values;

    BerkeleyHash(BerkeleyPages pages, BerkeleyMeta meta, BerkeleyValues values) {
        this.pages = pages;
        this.meta = meta;
        this.values = values;
    }

    void read() throws IOException {
        if (meta.lastBucket() < pages.count()) {
            for (long bucket = 0; bucket <= meta.lastBucket(); bucket++) {
                bucket(bucket);
            }
        } else {
            pages.damage("the file counts " + meta.lastBucket() + " buckets, and has " + pages.count() + " pages");
        }
        for (int number = 1; pages.damaged() && number < pages.count(); number++) {
            BerkeleyPage page = pages.take(number, BerkeleyPage::isHash);
            if (page != null) {
                entries(page);
            }
        }
    }

    private void bucket(long bucket) throws IOException {
        long number = meta.pageOf(bucket);
        do {
            BerkeleyPage page = pages.take(number, candidate -> candidate.isHash() || candidate.isBlank());
            if (page == null) {
                pages.damage("page " + number + " of bucket " + bucket + " is none of a bucket, or of two");
                return;
            }
            entries(page);
            number = page.next();
        } while (number != 0);
    }

    private void entries(BerkeleyPage page) throws IOException {
        int entries = page.entries();
        if (entries < 0) {
            pages.damage("page " + page.number() + " counts more entries than it has room for");
        }
        for (int i = 0; i + 1 < entries; i += 2) {
            ByteBuffer key = entry(page, i);
            ByteBuffer value = entry(page, i + 1);
            if (key == null || value == null || key.limit() != 5 || key.get(0) != BerkeleyValues.INLINE) {
                values.damagedEntry(i, page.number());
            } else {
                values.add(key.position(1).slice().order(meta.order()), value.get(0), value, 1, page.number());
            }
        }
    }

    /** Each entry ends where the one before it starts. */
    private static @Nullable ByteBuffer entry(BerkeleyPage page, int index) {
        return page.between(page.start(index), index == 0 ? page.size() : page.start(index - 1));
    }
}

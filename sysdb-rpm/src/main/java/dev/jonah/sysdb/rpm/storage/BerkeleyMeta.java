package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The first page of a Berkeley DB file ({@code dbinc/db_page.h} of Berkeley DB).
 *
 * @param order byte order of all numbers but those in headers of rpm
 * @param hash whether it is a hash, not a btree
 * @param pageSize bytes of a page
 * @param pageHead bytes at the start of each page that are not its content; more where pages have checksums
 * @param lastPage number of the last page when this one was written
 * @param lastBucket number of the last bucket of a hash
 * @param spares by the length of a bucket's number in bits: how many pages lie before it beside buckets
 * @param root number of the page where the tree of a btree starts
 */
record BerkeleyMeta(
        ByteOrder order,
        boolean hash,
        int pageSize,
        int pageHead,
        long lastPage,
        long lastBucket,
        List<Integer> spares,
        long root) {
    /** Bytes of the file that tell all this. */
    static final int LENGTH = 512;

    private static final int HASH = 0x061561;
    private static final int BTREE = 0x053162;
    private static final int CHECKSUMS = 1;
    private static final int SPARES = 32;

    BerkeleyMeta {
        spares = List.copyOf(spares);
    }

    static BerkeleyMeta read(DatabaseBytes bytes) throws IOException {
        ByteBuffer page = bytes.at(0, LENGTH);
        if (page == null) {
            throw new IOException("not a Berkeley DB file");
        }
        int magic = page.order(ByteOrder.LITTLE_ENDIAN).getInt(12);
        if (!isMagic(magic)) {
            magic = page.order(ByteOrder.BIG_ENDIAN).getInt(12);
        }
        if (!isMagic(magic)) {
            throw new IOException("not a Berkeley DB file");
        }
        int version = page.getInt(16);
        int pageSize = page.getInt(20);
        boolean known = magic == HASH ? version >= 7 && version <= 10 : version >= 8 && version <= 11;
        if (!known) {
            throw new IOException("a Berkeley DB file of the unknown version " + Integer.toUnsignedString(version));
        }
        if (pageSize < 512 || pageSize > 65536 || Integer.bitCount(pageSize) != 1) {
            throw new IOException("a Berkeley DB file with pages of " + Integer.toUnsignedString(pageSize) + " bytes");
        }
        if (page.get(24) != 0) {
            throw new IOException("an encrypted Berkeley DB file");
        }
        List<Integer> spares = new ArrayList<>();
        for (int i = 0; i < SPARES; i++) {
            spares.add(page.getInt(96 + 4 * i));
        }
        return new BerkeleyMeta(
                page.order(),
                magic == HASH,
                pageSize,
                (page.get(26) & CHECKSUMS) == 0 ? 26 : 32,
                page.getInt(32) & 0xffffffffL,
                page.getInt(72) & 0xffffffffL,
                spares,
                page.getInt(88) & 0xffffffffL);
    }

    static boolean isMagic(int number) {
        return number == HASH || number == BTREE;
    }

    /** The first page of a bucket. */
    long pageOf(long bucket) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(bucket);
        return bucket + (bits >= SPARES ? 0 : spares.get(bits) & 0xffffffffL);
    }
}

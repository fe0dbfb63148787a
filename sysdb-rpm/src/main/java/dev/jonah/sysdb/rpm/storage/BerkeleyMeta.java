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
 * @param lastBucket number of the last bucket of a hash
 * @param spares by the length of a bucket's number in bits: how many pages lie before it beside buckets
 */
record BerkeleyMeta(ByteOrder order, boolean hash, int pageSize, long lastBucket, List<Integer> spares) {
    BerkeleyMeta {
        spares = List.copyOf(spares);
    }

    private static final int HASH = 0x061561;
    private static final int BTREE = 0x053162;
    private static final int SPARES = 32;

    static BerkeleyMeta read(DatabaseBytes bytes) throws IOException {
        ByteBuffer page = bytes.at(0, 512);
        if (page == null) {
            throw new IOException("not a Berkeley DB file");
        }
        int magic = page.order(ByteOrder.LITTLE_ENDIAN).getInt(12);
        if (magic != HASH && magic != BTREE) {
            magic = page.order(ByteOrder.BIG_ENDIAN).getInt(12);
        }
        if (magic != HASH && magic != BTREE) {
            throw new IOException("not a Berkeley DB file");
        }
        int version = page.getInt(16);
        int pageSize = page.getInt(20);
        boolean known = magic == HASH ? version >= 7 && version <= 10 : version >= 8 && version <= 11;
        if (!known) {
            throw new IOException("a Berkeley DB file of the unknown version " + Integer.toUnsignedString(version));
        }
        if (pageSize < 512 || pageSize > 65536 || Integer.bitCount(pageSize) != 1) {
            throw new IOException("a Berkeley DB file with pages of " + pageSize + " bytes");
        }
        if (page.get(24) != 0) {
            throw new IOException("an encrypted Berkeley DB file");
        }
        List<Integer> spares = new ArrayList<>();
        for (int i = 0; i < SPARES; i++) {
            spares.add(page.getInt(96 + 4 * i));
        }
        return new BerkeleyMeta(page.order(), magic == HASH, pageSize, page.getInt(72) & 0xffffffffL, spares);
    }

    /** The first page of a bucket. */
    long pageOf(long bucket) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(bucket);
        return bucket + (bits >= SPARES ? 0 : spares.get(bits) & 0xffffffffL);
    }
}

package dev.jonah.appdb.java;

import dev.jonah.diagnostic.Limits;

/**
 * What one archive may cost, with all that is nested in it. Bytes that lie in the archive once can be listed in it a million
 * times, so all bytes that are taken out are counted.
 */
final class Budget {
    /** Archives inside archives inside …. */
    static final int DEPTH = 16;

    /** Bytes of one packed archive that may be unpacked into memory. */
    static final int UNPACKED = 64 << 20;

    private static final long UNPACKED_TOGETHER = 128L << 20;
    private static final long TEXT = 64L << 20;
    private static final int TEXTS = 50_000;
    private static final int ENTRIES = 5_000_000;
    private static final int ARCHIVES = 20_000;

    private final Limits limits;
    private long bytes;
    private long memory = UNPACKED_TOGETHER;
    private long text = TEXT;
    private int texts = TEXTS;
    private int entries = ENTRIES;
    private int archives = ARCHIVES;

    Budget(long size, Limits limits) {
        this.limits = limits;
        bytes = limits.get(Limits.Name.PARSER_BYTES) + (size > Long.MAX_VALUE / 8 ? 0 : 4 * size);
    }

    /** The bounds of the scan. */
    Limits limits() {
        return limits;
    }

    /** Whether this many bytes may be read further; they are counted. */
    boolean takeBytes(long count) {
        if (count < 0 || count > bytes) {
            return false;
        }
        bytes -= count;
        return true;
    }

    /** Whether this much memory may be held until {@link #giveBack}. */
    boolean takeMemory(long count) {
        if (count < 0 || count > UNPACKED || count > memory) {
            return false;
        }
        memory -= count;
        return true;
    }

    void giveBack(long count) {
        memory += count;
    }

    /** Whether a manifest or pom of this size may be read; there may be many, and what they say is kept for a while. */
    boolean takeText(long count) {
        long most = Math.min(count, 1 << 20);
        if (count < 0 || most > text || texts <= 0) {
            return false;
        }
        text -= most;
        texts--;
        return true;
    }

    boolean takeEntry() {
        return entries-- > 0;
    }

    boolean takeArchive() {
        return archives-- > 0;
    }
}

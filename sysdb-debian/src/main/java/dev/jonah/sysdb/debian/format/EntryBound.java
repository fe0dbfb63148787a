package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;

/**
 * How many lines or fields of one file are kept. A line of two bytes takes fifty times as much memory, so that the bytes
 * of a file bound nothing; as entries of an image, lines are bounded by the memory that there is.
 */
final class EntryBound {
    // Far above what any file has, and small enough for any heap.
    private static final long ALWAYS = 100_000;

    private final long most;

    EntryBound(Limits limits) {
        most = Math.max(ALWAYS, limits.get(Limits.Name.ENTRIES));
    }

    void check(long met, String what) throws LimitExceededException {
        if (met > most) {
            throw new LimitExceededException(Limits.Name.ENTRIES, most, "the number of " + what + " of a file");
        }
    }
}

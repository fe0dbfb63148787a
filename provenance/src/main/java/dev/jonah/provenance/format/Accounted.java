package dev.jonah.provenance.format;

import java.io.IOException;
import java.util.BitSet;

/** Which bytes of a file its own structure accounts for, so that something put between or behind them is noticed. */
final class Accounted {
    private final byte[] file;
    private final BitSet seen;
    private long left;

    Accounted(byte[] file) {
        this.file = file;
        this.seen = new BitSet(file.length);
        // Parts may overlap, but a real file has few that do.
        this.left = 16L * file.length;
    }

    /** Accounts for some bytes; throws if they are not all in the file, or if parts overlap beyond measure. */
    void add(long start, long length) throws IOException {
        left -= length;
        if (start < 0 || length < 0 || start > file.length - length || left < 0) {
            throw new IOException("a part leads out of the file, or parts overlap");
        }
        seen.set((int) start, (int) (start + length));
    }

    /** Whether all other bytes are zero, as those are that only align parts. */
    boolean isAll() {
        for (int at = seen.nextClearBit(0); at < file.length; at = seen.nextClearBit(at + 1)) {
            if (file[at] != 0) {
                return false;
            }
        }
        return true;
    }
}

package com.example.altlinux.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.sysdb.rpm.format.RpmHeader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers that follow each other, each with the magic number that it has in package files: so are apt's lists of
 * the packages of a repository ({@code pkglist}, {@code srclist}). Not safe for several threads.
 */
public final class HeaderStream {
    private static final int MAGIC = 0x8eade801;
    private static final int PREAMBLE = 16;
    private static final int ENTRY = 16;
    // The bounds of rpm itself.
    private static final long MOST_ENTRIES = 0xffff;
    private static final long MOST_DATA = 0x0fff_ffff;

    private final InputStream in;
    private final Limits limits;
    private long read;

    /** Reads {@code in}, which is not closed. */
    public HeaderStream(InputStream in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    /**
     * The next header, or null after the last.
     *
     * @throws StreamCorruptedException if what follows is no header
     * @throws dev.jonah.sysdb.rpm.format.RpmFormatException if it is one that cannot be read
     * @throws dev.jonah.diagnostic.LimitExceededException if all together are longer than the limits allow
     * @throws IOException if the input cannot be read or ends within a header
     */
    public @Nullable RpmHeader next() throws IOException {
        byte[] preamble = in.readNBytes(PREAMBLE);
        if (preamble.length == 0) {
            return null;
        }
        if (preamble.length < PREAMBLE) {
            throw new EOFException("ends within a header");
        }
        ByteBuffer numbers = ByteBuffer.wrap(preamble);
        long entries = numbers.getInt(8) & 0xffff_ffffL;
        long data = numbers.getInt(12) & 0xffff_ffffL;
        if (numbers.getInt(0) != MAGIC || entries > MOST_ENTRIES || data > MOST_DATA) {
            throw new StreamCorruptedException("no header at " + read);
        }
        int length = (int) (ENTRY * entries + data);
        read += PREAMBLE + length;
        limits.check(Limits.Name.PARSER_BYTES, read, "headers up to " + read);
        // Grows with what is there, whatever the number says.
        byte[] rest = in.readNBytes(length);
        if (rest.length < length) {
            throw new EOFException("ends within a header");
        }
        return RpmHeader.read(
                ByteBuffer.allocate(PREAMBLE + length).put(preamble).put(rest).array());
    }

    /** How many bytes the headers so far had. */
    public long position() {
        return read;
    }
}

package dev.jonah.appdb.java.zip;

import dev.jonah.image.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The content of one entry: never more than its stated size. Where the bytes are damaged it ends early instead of throwing,
 * so that what was read before counts; {@link #damage} then tells.
 */
public final class ZipEntryStream extends InputStream {
    private static final int PIECE = 1 << 13;

    private final Blob data;
    private final long size;
    private final long checksum;
    private final CRC32 crc = new CRC32();
    private final @Nullable Inflater inflater;
    private final byte[] packed;
    private long read;
    private long given;
    private boolean ended;
    private @Nullable String damage;

    ZipEntryStream(ZipEntryHead entry, Blob data) {
        this.data = data;
        this.size = entry.size();
        this.checksum = entry.crc();
        this.inflater = entry.method() == ZipEntryHead.DEFLATED ? new Inflater(true) : null;
        this.packed = new byte[inflater == null ? 0 : PIECE];
    }

    /** What is wrong with the entry, as a phrase, or null; known once the end was reached. */
    public @Nullable String damage() {
        return damage;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        // One byte beyond the stated size is asked for, to see whether there is more.
        if (given == size) {
            return end(next(new byte[1], 0, 1) < 0 ? null : "it is larger than its stated " + size + " bytes");
        }
        int n = next(into, offset, (int) Math.min(length, size - given));
        if (n < 0) {
            return end(damage != null ? damage : "it ends after " + given + " of " + size + " bytes");
        }
        crc.update(into, offset, n);
        given += n;
        return n;
    }

    private int end(@Nullable String problem) {
        ended = true;
        damage = problem != null ? problem : crc.getValue() == checksum ? null : "its checksum differs";
        return -1;
    }

    private int next(byte[] into, int offset, int length) throws IOException {
        if (inflater == null) {
            int n = data.read(ByteBuffer.wrap(into, offset, length), read);
            read += Math.max(n, 0);
            return n;
        }
        try {
            int n = 0;
            while (n == 0 && !inflater.finished() && !inflater.needsDictionary()) {
                if (inflater.needsInput() && !refill(inflater)) {
                    return -1;
                }
                n = inflater.inflate(into, offset, length);
            }
            return n == 0 ? -1 : n;
        } catch (DataFormatException e) {
            damage = "its packed bytes are damaged after " + given + " bytes";
            return -1;
        }
    }

    private boolean refill(Inflater into) throws IOException {
        int n = data.read(ByteBuffer.wrap(packed), read);
        if (n <= 0) {
            return false;
        }
        read += n;
        into.setInput(packed, 0, n);
        return true;
    }

    @Override
    public void close() {
        ended = true;
        if (inflater != null) {
            inflater.end();
        }
    }
}

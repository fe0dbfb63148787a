package dev.jonah.inspector.bytes;

import dev.jonah.image.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads a blob from its first byte to its last; has no buffer of its own. */
public final class BlobStream extends InputStream {
    private final Blob blob;
    private long position;

    /** Begins at the start of {@code blob}. */
    public BlobStream(Blob blob) {
        this.blob = blob;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int n = blob.read(ByteBuffer.wrap(bytes, offset, length), position);
        if (n > 0) {
            position += n;
        }
        return n == 0 ? -1 : n;
    }

    @Override
    public long skip(long n) {
        long skipped = Math.max(0, Math.min(n, blob.size() - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, blob.size() - position));
    }
}

package dev.jonah.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Bytes with random access that belong to an open image: the archive itself, a stored layer, a decompressed one. Safe for
 * any number of threads.
 */
public interface Blob {
    /** How many bytes there are. */
    long size();

    /**
     * Reads up to {@code into.remaining()} bytes.
     *
     * @return how many; -1 at or behind the end
     * @throws IOException if the image is closed or the medium fails
     */
    int read(ByteBuffer into, long position) throws IOException;

    /** A new read-only channel over these bytes, with a position of its own; for one thread at a time. */
    default SeekableByteChannel openChannel() {
        return new BlobChannel(this);
    }

    /** A part of these bytes; reading behind its end gives -1. */
    default Blob slice(long offset, long length) {
        Blob whole = this;
        return new Blob() {
            @Override
            public long size() {
                return length;
            }

            @Override
            public int read(ByteBuffer into, long position) throws IOException {
                long left = length - position;
                if (left <= 0) {
                    return into.hasRemaining() ? -1 : 0;
                }
                if (into.remaining() <= left) {
                    return whole.read(into, offset + position);
                }
                int limit = into.limit();
                into.limit(into.position() + (int) left);
                try {
                    return whole.read(into, offset + position);
                } finally {
                    into.limit(limit);
                }
            }
        };
    }
}

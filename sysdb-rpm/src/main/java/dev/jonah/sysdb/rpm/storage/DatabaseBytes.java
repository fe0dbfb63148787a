package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/** Reads pieces of a file at any offset. Not safe for several threads. */
final class DatabaseBytes {
    private final SeekableByteChannel channel;
    private final long size;

    DatabaseBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    /** Exactly these bytes, in big-endian order; null if the file does not have them, and nothing is allocated then. */
    @Nullable
    ByteBuffer at(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset > size - length) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        channel.position(offset);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                return null;
            }
        }
        return bytes.flip();
    }
}

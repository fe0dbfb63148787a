package dev.jonah.testkit;

import dev.jonah.image.Blob;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Bytes of an array as a {@link Blob}. Immutable as long as nobody writes to the array. */
public final class MemoryBlob implements Blob {
    private final byte[] bytes;

    private MemoryBlob(byte[] bytes) {
        this.bytes = bytes;
    }

    /** These bytes; the array is not copied. */
    public static MemoryBlob of(byte[] bytes) {
        return new MemoryBlob(bytes);
    }

    static @Nullable MemoryBlob ofNullable(byte @Nullable [] bytes) {
        return bytes == null ? null : new MemoryBlob(bytes);
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(ByteBuffer into, long position) {
        if (!into.hasRemaining()) {
            return 0;
        }
        if (position >= bytes.length) {
            return -1;
        }
        int count = (int) Math.min(into.remaining(), bytes.length - position);
        into.put(bytes, (int) position, count);
        return count;
    }
}

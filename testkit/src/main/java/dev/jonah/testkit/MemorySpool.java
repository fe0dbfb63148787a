package dev.jonah.testkit;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.LayerReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Decompressed bytes on the heap, up to the smaller of {@code spool-bytes} and what an array holds. */
final class MemorySpool implements LayerReader.Spool {
    private final Limits limits;
    private byte[] bytes = new byte[1024];
    private int size;

    MemorySpool(Limits limits) {
        this.limits = limits;
    }

    @Override
    public synchronized void write(byte[] from, int offset, int length) throws IOException {
        limits.check(Limits.Name.SPOOL_BYTES, (long) size + length, "the decompressed layer");
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
        }
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    @Override
    public synchronized long size() {
        return size;
    }

    @Override
    public synchronized int read(ByteBuffer into, long position) throws IOException {
        return MemoryBlob.of(bytes).slice(0, size).read(into, position);
    }
}

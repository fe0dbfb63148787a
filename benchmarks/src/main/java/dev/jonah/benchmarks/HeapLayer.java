package dev.jonah.benchmarks;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Blob;
import dev.jonah.image.LayerReader;
import java.nio.ByteBuffer;

/** A layer on the heap, to be read where it lies. */
final class HeapLayer implements LayerReader.Scan, Blob {
    private final byte[] bytes;

    HeapLayer(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return "layer";
    }

    @Override
    public Blob stored() {
        return this;
    }

    @Override
    public LayerReader.Spool spool() {
        throw new UnsupportedOperationException("the layer is not compressed");
    }

    @Override
    public Limits limits() {
        return Limits.defaults();
    }

    @Override
    public Diagnostics diagnostics() {
        return diagnostic -> {
            throw new IllegalStateException(diagnostic.message());
        };
    }

    @Override
    public void progress(long count) {}

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(ByteBuffer into, long position) {
        int n = (int) Math.min(into.remaining(), bytes.length - position);
        if (n <= 0) {
            return into.hasRemaining() ? -1 : 0;
        }
        into.put(bytes, (int) position, n);
        return n;
    }
}

package dev.jonah.inspector.bytes;

import dev.jonah.image.LayerReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A spool in chunks of one size: each is a run of zeros, an array on the heap, or a place in the spool file. One thread
 * writes; readers come after it, or read what is complete.
 */
final class ChunkedSpool implements LayerReader.Spool {
    private static final int CHUNK = Zeros.LENGTH;

    /** Where a full chunk went: onto the heap, to a place in the spool file, or nowhere, being zeros. */
    private static final class Chunk {
        static final Chunk ZERO = new Chunk(null, -1);

        private final byte @Nullable [] heap;
        private final long disk;

        Chunk(byte @Nullable [] heap, long disk) {
            this.heap = heap;
            this.disk = disk;
        }
    }

    private final SpoolRoom room;
    private final List<Chunk> chunks = new ArrayList<>();
    private byte[] last = new byte[CHUNK];
    private int lastLength;
    private volatile long size;

    ChunkedSpool(SpoolRoom room) {
        this.room = room;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        long total = size;
        while (left > 0) {
            int n = Math.min(left, CHUNK - lastLength);
            System.arraycopy(bytes, from, last, lastLength, n);
            lastLength += n;
            from += n;
            left -= n;
            if (lastLength == CHUNK) {
                chunks.add(store());
                lastLength = 0;
            }
            total += n;
            size = total; // only this thread writes
        }
    }

    private Chunk store() throws IOException {
        if (Zeros.fill(last, CHUNK)) {
            return Chunk.ZERO;
        }
        if (room.takeHeap(CHUNK)) {
            Chunk kept = new Chunk(last, -1);
            last = new byte[CHUNK];
            return kept;
        }
        return new Chunk(null, room.writeToDisk(last, CHUNK));
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        room.check();
        if (position >= size) {
            return into.hasRemaining() ? -1 : 0;
        }
        int index = (int) (position / CHUNK);
        int inside = (int) (position % CHUNK);
        int n = (int) Math.min(Math.min(into.remaining(), CHUNK - inside), size - position);
        if (index == chunks.size()) {
            into.put(last, inside, n);
            return n;
        }
        Chunk chunk = chunks.get(index);
        if (chunk.heap != null) {
            into.put(chunk.heap, inside, n);
        } else if (chunk.disk < 0) {
            Zeros.put(into, n);
        } else {
            int limit = into.limit();
            into.limit(into.position() + n);
            try {
                n = room.readFromDisk(into, chunk.disk + inside);
            } finally {
                into.limit(limit);
            }
        }
        return n;
    }
}

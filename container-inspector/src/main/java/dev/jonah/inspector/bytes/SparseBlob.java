package dev.jonah.inspector.bytes;

import dev.jonah.image.Blob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** A file with holes: pieces of stored bytes, zeros between them. */
public final class SparseBlob implements Blob {
    /**
     * A piece that is stored.
     *
     * @param offset where it is in the file
     * @param length how long it is
     */
    public record Piece(long offset, long length) {}

    private final Blob stored;
    private final long size;
    private final long[] offsets;
    private final long[] lengths;
    private final long[] positions;

    /**
     * A file of {@code size} bytes; {@code stored} holds the pieces one after the other.
     *
     * @throws IllegalArgumentException if pieces overlap, are not in order, or leave the file or what is stored
     */
    public SparseBlob(Blob stored, long size, List<Piece> pieces) {
        this.stored = stored;
        this.size = size;
        List<Piece> real = pieces.stream().filter(p -> p.length() != 0).toList();
        offsets = real.stream().mapToLong(Piece::offset).toArray();
        lengths = real.stream().mapToLong(Piece::length).toArray();
        positions = new long[offsets.length];
        long end = 0;
        long position = 0;
        for (int i = 0; i < offsets.length; i++) {
            boolean fits = offsets[i] >= end && lengths[i] > 0 && lengths[i] <= size - offsets[i];
            if (!fits || lengths[i] > stored.size() - position) {
                throw new IllegalArgumentException("the map of a sparse file is wrong at piece " + i);
            }
            positions[i] = position;
            position += lengths[i];
            end = offsets[i] + lengths[i];
        }
    }

    /** How many pieces are stored. */
    public int pieceCount() {
        return offsets.length;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        if (position >= size) {
            return into.hasRemaining() ? -1 : 0;
        }
        int found = Arrays.binarySearch(offsets, position);
        int piece = found >= 0 ? found : -found - 2;
        if (piece >= 0 && position < offsets[piece] + lengths[piece]) {
            long inside = position - offsets[piece];
            return stored.slice(positions[piece], lengths[piece]).read(into, inside);
        }
        long holeEnd = piece + 1 < offsets.length ? offsets[piece + 1] : size;
        int zeros = (int) Math.min(into.remaining(), holeEnd - position);
        Zeros.put(into, zeros);
        return zeros;
    }
}

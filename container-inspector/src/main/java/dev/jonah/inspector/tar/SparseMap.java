package dev.jonah.inspector.tar;

import dev.jonah.diagnostic.Limits;
import dev.jonah.inspector.bytes.SparseBlob.Piece;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the stored pieces of a sparse file belong (GNU tar manual, "Storing Sparse Files"): the old GNU header and the
 * PAX formats 0.0, 0.1 and 1.0.
 *
 * @param realSize bytes of the whole file
 * @param pieces in order
 */
record SparseMap(long realSize, List<Piece> pieces) {
    /** Thrown for a map that cannot be read. */
    static final class MalformedMapException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedMapException(String message) {
            super(message);
        }
    }

    /** The map of an old GNU header, type {@code S}, going on in further blocks of the input. */
    static SparseMap ofOldGnu(TarHeader header, TarInput in, Limits limits) throws IOException, MalformedMapException {
        List<Piece> pieces = new ArrayList<>();
        Long realSize = header.number(483, 12);
        addPieces(header, 386, 4, pieces);
        TarHeader part = header;
        boolean more = header.flag(482);
        while (more) {
            byte[] block = new byte[TarHeader.BLOCK];
            if (in.read(block, block.length) < block.length) {
                throw new MalformedMapException("it ends inside the map");
            }
            checkSize(pieces.size(), limits);
            part = new TarHeader(block);
            addPieces(part, 0, 21, pieces);
            more = part.flag(504);
        }
        return new SparseMap(required(realSize), pieces);
    }

    /** The map of the PAX formats, or null if the records speak of no sparse file. Format 1.0 begins in the data. */
    static @Nullable SparseMap ofPax(PaxRecords pax, TarInput in, Limits limits)
            throws IOException, MalformedMapException {
        RawText map = pax.get("GNU.sparse.map");
        if (pax.get("GNU.sparse.major") != null) {
            return new SparseMap(required(pax.number("GNU.sparse.realsize")), fromData(in, limits));
        }
        if (map != null) {
            return new SparseMap(
                    required(pax.number("GNU.sparse.size")),
                    pairs(List.of(map.latin1().split(",")), limits));
        }
        if (!pax.sparse().isEmpty() || pax.get("GNU.sparse.numblocks") != null) {
            return new SparseMap(required(pax.number("GNU.sparse.size")), pairs(pax.sparse(), limits));
        }
        return null;
    }

    private static List<Piece> fromData(TarInput in, Limits limits) throws IOException, MalformedMapException {
        Digits digits = new Digits(in, limits);
        long count = digits.next();
        List<Piece> pieces = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            long offset = digits.next();
            pieces.add(new Piece(offset, digits.next()));
        }
        return pieces;
    }

    private static List<Piece> pairs(List<String> numbers, Limits limits) throws MalformedMapException {
        List<Piece> pieces = new ArrayList<>();
        if (numbers.size() % 2 != 0) {
            throw new MalformedMapException("its map has an odd number of values");
        }
        checkSize(numbers.size(), limits);
        try {
            for (int i = 0; i < numbers.size(); i += 2) {
                pieces.add(new Piece(Long.parseLong(numbers.get(i)), Long.parseLong(numbers.get(i + 1))));
            }
        } catch (NumberFormatException e) {
            throw new MalformedMapException("its map holds something that is no number");
        }
        return pieces;
    }

    private static void addPieces(TarHeader header, int offset, int count, List<Piece> pieces)
            throws MalformedMapException {
        for (int i = 0; i < count; i++) {
            int at = offset + 24 * i;
            if (header.text(at + 12, 1).isEmpty()) {
                return;
            }
            pieces.add(new Piece(required(header.number(at, 12)), required(header.number(at + 12, 12))));
        }
    }

    private static long required(@Nullable Long number) throws MalformedMapException {
        if (number == null || number < 0) {
            throw new MalformedMapException("its map lacks a number or has a wrong one");
        }
        return number;
    }

    private static void checkSize(int count, Limits limits) throws MalformedMapException {
        if (count * 24L > limits.get(Limits.Name.TAR_HEADER_BYTES)) {
            throw new MalformedMapException("its map exceeds the limit " + Limits.Name.TAR_HEADER_BYTES.id());
        }
    }

    /** Decimal numbers, one a line, in blocks. */
    private static final class Digits {
        private final TarInput in;
        private final Limits limits;
        private final byte[] block = new byte[TarHeader.BLOCK];
        private int next = TarHeader.BLOCK;
        private int blocks;

        Digits(TarInput in, Limits limits) {
            this.in = in;
            this.limits = limits;
        }

        long next() throws IOException, MalformedMapException {
            long value = 0;
            for (int digits = 0; ; digits++) {
                if (next == block.length) {
                    if (in.read(block, block.length) < block.length) {
                        throw new MalformedMapException("it ends inside the map");
                    }
                    checkSize(++blocks * TarHeader.BLOCK / 24, limits);
                    next = 0;
                }
                byte b = block[next++];
                if (b == '\n' && digits > 0) {
                    return value;
                }
                if (b < '0' || b > '9' || digits > 18) {
                    throw new MalformedMapException("its map holds something that is no number");
                }
                value = value * 10 + b - '0';
            }
        }
    }
}

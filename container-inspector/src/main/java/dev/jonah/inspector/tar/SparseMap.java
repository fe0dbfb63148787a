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
    private static final String MAJOR = "GNU.sparse.major";
    private static final String MINOR = "GNU.sparse.minor";
    private static final String MAP = "GNU.sparse.map";

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

    /**
     * The map of the PAX formats, or null if the records speak of no sparse file, or of one in a format that nobody knows.
     * Format 1.0 begins in the data.
     */
    static @Nullable SparseMap ofPax(PaxRecords pax, TarInput in, Limits limits)
            throws IOException, MalformedMapException {
        if (!isSparse(pax)) {
            return null;
        }
        if (is(pax, MAJOR, "1")) {
            return new SparseMap(realSize(pax), fromData(in, limits));
        }
        RawText map = pax.get(MAP);
        return new SparseMap(
                realSize(pax),
                pairs(map == null ? pax.sparse() : List.of(map.latin1().split(",")), limits));
    }

    /** Whether the records describe a sparse file in a format that is known. */
    static boolean isSparse(PaxRecords pax) {
        if (pax.get(MAJOR) == null && pax.get(MINOR) == null) { // formats 0.0 and 0.1 need not name themselves
            return pax.get(MAP) != null || !pax.sparse().isEmpty() || pax.get("GNU.sparse.numblocks") != null;
        }
        return is(pax, MAJOR, "1") && is(pax, MINOR, "0")
                || is(pax, MAJOR, "0") && (is(pax, MINOR, "0") || is(pax, MINOR, "1"));
    }

    /** Whether the records describe one in a format that is not. Go unpacks the bytes as they are stored. */
    static boolean isUnknown(PaxRecords pax) {
        return !isSparse(pax) && (pax.get(MAJOR) != null || pax.get(MINOR) != null);
    }

    private static boolean is(PaxRecords pax, String key, String value) {
        RawText found = pax.get(key);
        return found != null && found.latin1().equals(value);
    }

    private static long realSize(PaxRecords pax) throws MalformedMapException {
        Long size = pax.number("GNU.sparse.size");
        return required(size != null ? size : pax.number("GNU.sparse.realsize"));
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

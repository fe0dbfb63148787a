package dev.jonah.sysdb.rpm.storage;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, its values decoded when they are asked for ("Record Format" of SQLite's file format). A column that is
 * another name of the row's number is null; columns that were added later than the row are null too.
 */
public final class SqliteRow {
    private final long number;
    private final ByteBuffer record;
    private final Charset encoding;

    SqliteRow(long number, ByteBuffer record, Charset encoding) {
        this.number = number;
        this.record = record;
        this.encoding = encoding;
    }

    /** The row's number. */
    public long number() {
        return number;
    }

    /** The number in a column; null if it holds none. */
    public @Nullable Long integer(int column) {
        Place place = find(column);
        if (place == null) {
            return null;
        }
        return switch ((int) Math.min(place.type, 10)) {
            case 1, 2, 3, 4 -> signed(place.offset, (int) place.type);
            case 5 -> signed(place.offset, 6);
            case 6 -> signed(place.offset, 8);
            case 8 -> 0L;
            case 9 -> 1L;
            default -> null;
        };
    }

    /** The text in a column; null if it holds none. */
    public @Nullable String text(int column) {
        Place place = find(column);
        return place == null || place.type < 13 || place.type % 2 == 0
                ? null
                : new String(copy(place), encoding);
    }

    /** The bytes in a column; null if it holds none. */
    public byte @Nullable [] blob(int column) {
        Place place = find(column);
        return place == null || place.type < 12 || place.type % 2 != 0 ? null : copy(place);
    }

    private byte[] copy(Place place) {
        byte[] bytes = new byte[place.length];
        record.get(place.offset, bytes);
        return bytes;
    }

    private long signed(int offset, int length) {
        long value = record.get(offset);
        for (int i = 1; i < length; i++) {
            value = value << 8 | record.get(offset + i) & 0xff;
        }
        return value;
    }

    private record Place(long type, int offset, int length) {}

    /** Where the value of a column lies; null if the row has none, or what it says lies outside the row. */
    private @Nullable Place find(int column) {
        ByteBuffer types = record.duplicate();
        long headerLength = Varint.read(types);
        if (headerLength < 1 || headerLength > record.limit()) {
            return null;
        }
        types.limit((int) headerLength);
        long offset = headerLength;
        for (int i = 0; types.hasRemaining(); i++) {
            long type = Varint.read(types);
            long length = length(type);
            if (length < 0 || offset + length > record.limit()) {
                return null;
            }
            if (i == column) {
                return new Place(type, (int) offset, (int) length);
            }
            offset += length;
        }
        return null;
    }

    private static long length(long type) {
        if (type >= 12) {
            return (type - 12) / 2;
        }
        return switch ((int) type) {
            case 0, 8, 9 -> 0;
            case 1, 2, 3, 4 -> type;
            case 5 -> 6;
            case 6, 7 -> 8;
            default -> -1;
        };
    }

    static Charset encoding(int number) {
        return switch (number) {
            case 2 -> StandardCharsets.UTF_16LE;
            case 3 -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }
}

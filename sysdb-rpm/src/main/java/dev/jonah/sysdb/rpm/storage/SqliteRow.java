package dev.jonah.sysdb.rpm.storage;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, its values decoded when they are asked for ("Record Format" of SQLite's file format). Columns that were
 * added later than the row are null, whatever their default; so are columns that are computed and not kept.
 */
public final class SqliteRow {
    private final SqliteTable table;
    private final long number;
    private final ByteBuffer record;
    private final Charset encoding;

    SqliteRow(SqliteTable table, long number, ByteBuffer record, Charset encoding) {
        this.table = table;
        this.number = number;
        this.record = record;
        this.encoding = encoding;
    }

    /** The row's number; 0 in tables without row numbers. */
    public long number() {
        return number;
    }

    /**
     * The value in a column: a {@code Long}, a {@code Double}, a {@code String}, bytes, or null. Any column may hold any of
     * them, whatever its declared type; a whole number of a column of reals is a {@code Long}.
     *
     * @param column its index in the table's columns; null is returned for others
     */
    public @Nullable Object value(int column) {
        if (column >= 0 && column == table.rowNumber()) {
            return number;
        }
        int place = column < 0 || column >= table.places().size()
                ? -1
                : table.places().get(column);
        return place < 0 ? null : find(place);
    }

    /** The whole number in a column; null if it holds none. */
    public @Nullable Long integer(int column) {
        return value(column) instanceof Long found ? found : null;
    }

    /** The number in a column, whole or not; null if it holds none. */
    public @Nullable Double real(int column) {
        return value(column) instanceof Number found ? found.doubleValue() : null;
    }

    /** The text in a column; null if it holds none. */
    public @Nullable String text(int column) {
        return value(column) instanceof String found ? found : null;
    }

    /** The bytes in a column, which the caller may keep; null if it holds none. */
    public byte @Nullable [] blob(int column) {
        return value(column) instanceof byte[] found ? found : null;
    }

    /** The value at a place of the record; null if the record has none there or it lies outside the record. */
    private @Nullable Object find(int place) {
        ByteBuffer types = record.duplicate();
        long offset = Varint.read(types);
        if (offset < 1 || offset > record.limit()) {
            return null;
        }
        types.limit((int) offset);
        for (int i = 0; types.hasRemaining(); i++) {
            long type = Varint.read(types);
            long length = length(type);
            if (length < 0 || length > record.limit() - offset) {
                return null;
            }
            if (i == place) {
                return decode(type, record.slice((int) offset, (int) length));
            }
            offset += length;
        }
        return null;
    }

    private @Nullable Object decode(long type, ByteBuffer bytes) {
        if (type >= 12) {
            byte[] copy = new byte[bytes.limit()];
            bytes.get(copy);
            return type % 2 == 0 ? copy : new String(copy, encoding);
        }
        return switch ((int) type) {
            case 0 -> null;
            case 7 -> bytes.getDouble();
            case 8 -> 0L;
            case 9 -> 1L;
            default -> signed(bytes);
        };
    }

    private static long signed(ByteBuffer bytes) {
        long value = bytes.get();
        while (bytes.hasRemaining()) {
            value = value << 8 | bytes.get() & 0xff;
        }
        return value;
    }

    /** How long a value of this type is; -1 if there is no such type. */
    private static long length(long type) {
        if (type >= 12) {
            return (type - 12) / 2;
        }
        return switch ((int) Math.max(type, -1)) {
            case 0, 8, 9 -> 0;
            case 1, 2, 3, 4 -> type;
            case 5 -> 6;
            case 6, 7 -> 8;
            default -> -1;
        };
    }
}

package dev.jonah.provenance;

import dev.jonah.provenance.format.MimeCacheHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Compiled databases whose header says how long they are, so that nothing can be put behind them. */
final class CompiledFormats {
    private static final int CATALOG_ITEM = 56;
    private static final int OFFSET_IN_ITEM = 48;
    private static final int MOST_BYTES = 64 << 20;

    private CompiledFormats() {}

    /** {@code hwdb.bin} of udev: nodes and texts behind a header with the length of all ({@code hwdb-internal.h}). */
    static Format hardware() {
        return (in, books) -> {
            ByteBuffer head = ByteBuffer.wrap(in.readNBytes(80)).order(ByteOrder.LITTLE_ENDIAN);
            if (head.limit() < 80 || !begins(head, "KSLPHHRH")) {
                return null;
            }
            long size = head.getLong(16);
            boolean parts = head.getLong(24) >= 80 && head.getLong(24) + head.getLong(64) + head.getLong(72) == size;
            return parts && size == size(head, in) ? "database of hardware" : null;
        };
    }

    /** {@code catalog/database} of systemd's journal: items, and behind them texts, of which the last one ends the file. */
    static Format messages() {
        return (in, books) -> {
            byte[] file = in.readNBytes(MOST_BYTES);
            ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            if (file.length < 40 || !begins(bytes, "RHHHKSLP") || bytes.getLong(32) != CATALOG_ITEM) {
                return null;
            }
            long header = bytes.getLong(16);
            long items = bytes.getLong(24);
            boolean sane = header >= 40 && header <= file.length && items >= 0 && items <= file.length / CATALOG_ITEM;
            long texts = sane ? header + items * CATALOG_ITEM : Long.MAX_VALUE;
            long last = 0;
            for (long i = 0; i < items && texts <= file.length; i++) {
                last = Math.max(last, bytes.getLong((int) (header + i * CATALOG_ITEM) + OFFSET_IN_ITEM));
            }
            long start = texts + last;
            if (start < 0 || start >= file.length) {
                return null;
            }
            int end = (int) start;
            while (end < file.length && file[end] != 0) {
                end++;
            }
            return end == file.length - 1 ? "database of messages" : null;
        };
    }

    /** {@code index.db} of man-db, a file of gdbm: its header says where the next block would be put. */
    static Format manuals() {
        return (in, books) -> {
            ByteBuffer head = ByteBuffer.wrap(in.readNBytes(40)).order(ByteOrder.LITTLE_ENDIAN);
            if (head.limit() < 40) {
                return null;
            }
            if ((head.getInt(0) & 0xffffff00) != 0x13579a00) {
                head.order(ByteOrder.BIG_ENDIAN);
            }
            long next = switch (head.getInt(0)) {
                case 0x13579ace, 0x13579acd, 0x13579ad0 -> Integer.toUnsignedLong(head.getInt(28));
                case 0x13579acf, 0x13579ad1 -> head.getLong(32);
                default -> -1;
            };
            return next == size(head, in) ? "man-db's index of pages" : null;
        };
    }

    /** {@code icon-theme.cache} of GTK: version 1.0 and the offsets of two lists. */
    static Format icons() {
        return (in, books) -> {
            ByteBuffer head = ByteBuffer.wrap(in.readNBytes(12));
            if (head.limit() < 12 || head.getInt(0) != 0x10000) {
                return null;
            }
            long size = size(head, in);
            boolean inside = isOffset(head.getInt(4), size) && isOffset(head.getInt(8), size);
            return inside ? "cache of the icons of a theme" : null;
        };
    }

    /** {@code mime.cache} of shared-mime-info. */
    static Format types() {
        return (in, books) -> {
            byte[] head = in.readNBytes(MimeCacheHeader.LENGTH);
            return MimeCacheHeader.read(head, size(ByteBuffer.wrap(head), in)) == null
                    ? null
                    : "database of file types";
        };
    }

    private static boolean isOffset(int offset, long size) {
        return offset >= 12 && offset <= size - 4 && offset % 4 == 0;
    }

    private static boolean begins(ByteBuffer bytes, String magic) {
        ByteBuffer wanted = ByteBuffer.wrap(magic.getBytes(StandardCharsets.US_ASCII));
        return bytes.slice(0, magic.length()).equals(wanted);
    }

    /** Bytes of the whole file, of which the head was read. */
    private static long size(ByteBuffer head, InputStream in) throws IOException {
        long size = head.limit();
        for (long skipped; (skipped = in.skip(1 << 20)) > 0; ) {
            size += skipped;
        }
        // Not every stream skips to its end.
        return size + in.readAllBytes().length;
    }
}

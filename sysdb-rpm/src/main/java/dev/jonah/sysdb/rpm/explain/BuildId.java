package dev.jonah.sysdb.rpm.explain;

import dev.jonah.image.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads the identity that linkers give to programs and libraries: the note {@code NT_GNU_BUILD_ID} of an ELF file. */
final class BuildId {
    private static final int MAGIC = 0x7f454c46;
    private static final int NOTES = 4;
    private static final int BUILD_ID = 3;
    private static final int GNU = 0x474e5500;
    private static final int MOST_SEGMENTS = 1024;
    private static final int MOST_NOTES = 64 << 10;

    private final SeekableByteChannel in;
    private final ByteOrder order;
    private final boolean wide;

    private BuildId(SeekableByteChannel in, ByteOrder order, boolean wide) {
        this.in = in;
        this.order = order;
        this.wide = wide;
    }

    /** In lower-case hexadecimal; null if it is no such file or has none. */
    static @Nullable String read(Content content) throws IOException {
        byte[] head = content.head(64);
        if (head.length < 52 || ByteBuffer.wrap(head).getInt() != MAGIC) {
            return null;
        }
        boolean wide = head[4] == 2;
        ByteOrder order = head[5] == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        if (wide && head.length < 64) {
            return null;
        }
        try (SeekableByteChannel in = content.openChannel()) {
            return new BuildId(in, order, wide).search(ByteBuffer.wrap(head).order(order));
        }
    }

    private @Nullable String search(ByteBuffer head) throws IOException {
        long table = wide ? head.getLong(32) : head.getInt(28) & 0xffff_ffffL;
        int size = head.getShort(wide ? 54 : 42) & 0xffff;
        int count = Math.min(head.getShort(wide ? 56 : 44) & 0xffff, MOST_SEGMENTS);
        if (size < (wide ? 56 : 32)) {
            return null;
        }
        ByteBuffer segments = read(table, size * (long) count);
        for (int i = 0; (i + 1) * size <= segments.limit(); i++) {
            if (segments.getInt(i * size) == NOTES) {
                long offset = wide ? segments.getLong(i * size + 8) : segments.getInt(i * size + 4) & 0xffff_ffffL;
                long length = wide ? segments.getLong(i * size + 32) : segments.getInt(i * size + 16) & 0xffff_ffffL;
                String found = note(read(offset, length));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable String note(ByteBuffer notes) {
        int at = 0;
        while (at >= 0 && at + 12 <= notes.limit()) {
            long nameLength = notes.getInt(at) & 0xffff_ffffL;
            long length = notes.getInt(at + 4) & 0xffff_ffffL;
            long value = at + 12 + (nameLength + 3 & ~3L);
            long next = value + (length + 3 & ~3L);
            if (value + length > notes.limit()) {
                return null;
            }
            boolean gnu = nameLength == 4 && notes.duplicate().getInt(at + 12) == GNU;
            if (gnu && notes.getInt(at + 8) == BUILD_ID && length > 1) {
                byte[] id = new byte[(int) length];
                notes.get((int) value, id);
                return HexFormat.of().formatHex(id);
            }
            at = (int) next;
        }
        return null;
    }

    /** As much of this range as there is. */
    private ByteBuffer read(long offset, long length) throws IOException {
        long there = offset < 0 || length < 0 ? 0 : Math.max(0, Math.min(length, in.size() - offset));
        ByteBuffer out = ByteBuffer.allocate((int) Math.min(there, MOST_NOTES)).order(order);
        in.position(Math.max(0, Math.min(offset, in.size())));
        int read = 0;
        while (out.hasRemaining() && read >= 0) {
            read = in.read(out);
        }
        return out.flip();
    }
}

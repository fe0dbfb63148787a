package dev.jonah.appdb.java.zip;

import dev.jonah.image.Blob;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Goes through a central directory, one entry at a time. For one thread. */
public final class ZipCursor {
    private static final int ENTRY = 0x02014b50;
    private static final int FIXED = 46;
    private static final int BUFFER = 1 << 14;
    // Name, extra fields and comment have 16 bits each.
    private static final int LONGEST = FIXED + 3 * 0xffff;

    private final Blob directory;
    private final ZipEnd end;
    private ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long bufferStart;
    private long position;
    private long count;

    ZipCursor(Blob archive, ZipEnd end) {
        this.directory = archive.slice(end.directory(), end.length());
        this.end = end;
    }

    /** How many entries were read. */
    public long count() {
        return count;
    }

    /** Whether the end record told of another number of entries than there are; meant for after the last. */
    public boolean isMiscounted() {
        return count != end.entries() && (end.zip64() || (count & 0xffff) != end.entries());
    }

    /**
     * The next entry, or null after the last.
     *
     * @throws DamagedZipException if there is something else
     */
    public @Nullable ZipEntryHead next() throws IOException {
        if (position >= end.length()) {
            return null;
        }
        int at = need(FIXED);
        if (buffer.getInt(at) != ENTRY) {
            throw new DamagedZipException("after " + count + " entries the directory holds something else");
        }
        int name = Short.toUnsignedInt(buffer.getShort(at + 28));
        int extra = Short.toUnsignedInt(buffer.getShort(at + 30));
        int comment = Short.toUnsignedInt(buffer.getShort(at + 32));
        at = need(FIXED + name + extra);
        ZipEntryHead head = head(at, name, extra);
        position += FIXED + name + extra + comment;
        count++;
        return head;
    }

    private ZipEntryHead head(int at, int name, int extra) {
        long compressed = ZipBytes.unsigned(buffer.getInt(at + 20));
        long size = ZipBytes.unsigned(buffer.getInt(at + 24));
        long offset = ZipBytes.unsigned(buffer.getInt(at + 42));
        int field = at + FIXED + name;
        int stop = field + extra;
        while (field + 4 <= stop) {
            int id = Short.toUnsignedInt(buffer.getShort(field));
            int next = field + 4 + Short.toUnsignedInt(buffer.getShort(field + 2));
            if (id == 1 && next <= stop) {
                // Only what does not fit into its own place is here, in this order (APPNOTE 4.5.3).
                int value = field + 4;
                if (size == 0xffff_ffffL && value + 8 <= next) {
                    size = buffer.getLong(value);
                    value += 8;
                }
                if (compressed == 0xffff_ffffL && value + 8 <= next) {
                    compressed = buffer.getLong(value);
                    value += 8;
                }
                if (offset == 0xffff_ffffL && value + 8 <= next) {
                    offset = buffer.getLong(value);
                }
                break;
            }
            field = next;
        }
        return new ZipEntryHead(
                RawText.of(buffer.array(), at + FIXED, name),
                Short.toUnsignedInt(buffer.getShort(at + 8)),
                Short.toUnsignedInt(buffer.getShort(at + 10)),
                ZipBytes.unsigned(buffer.getInt(at + 16)),
                compressed,
                size,
                offset,
                ZipBytes.unsigned(buffer.getInt(at + 38)));
    }

    /** Makes the next bytes available; the index of the first. */
    private int need(int length) throws IOException {
        if (length > end.length() - position) {
            throw new DamagedZipException("after " + count + " entries the directory ends early");
        }
        if (position < bufferStart || position + length > bufferStart + buffer.limit()) {
            if (buffer.capacity() < length) {
                buffer = ByteBuffer.allocate(LONGEST).order(ByteOrder.LITTLE_ENDIAN);
            }
            buffer.clear().limit((int) Math.min(buffer.capacity(), end.length() - position));
            bufferStart = position;
            while (buffer.hasRemaining() && directory.read(buffer, bufferStart + buffer.position()) >= 0) {
                // Until it is full.
            }
            buffer.flip();
            if (buffer.limit() < length) {
                throw new DamagedZipException("the archive ends within its directory");
            }
        }
        return (int) (position - bufferStart);
    }
}

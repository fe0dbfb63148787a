package dev.jonah.appdb.program.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Reads pieces of a program at any offset. Not safe for several threads. */
public final class ProgramBytes {
    private final SeekableByteChannel channel;
    private final long size;

    /** Over a channel, which stays open and is the caller's to close. */
    public ProgramBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /** Length of the file in bytes. */
    public long size() {
        return size;
    }

    /**
     * Exactly these bytes, in big-endian order.
     *
     * @throws DamagedProgramException if the file does not have them; nothing is allocated then
     */
    public ByteBuffer at(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new DamagedProgramException(
                    "bytes " + Long.toUnsignedString(offset) + " to +" + length + " of a file of " + size);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        channel.position(offset);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new DamagedProgramException("the file ends at " + channel.position());
            }
        }
        return bytes.flip();
    }

    /** As {@link #at}, in the byte order of a program. */
    public ByteBuffer at(long offset, int length, boolean bigEndian) throws IOException {
        return at(offset, length).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /** The text at the start of some bytes, up to {@code length} bytes or the first zero, one character per byte. */
    static String name(ByteBuffer bytes, int start, int length) {
        StringBuilder name = new StringBuilder();
        for (int i = start; i < Math.min((long) start + length, bytes.limit()) && bytes.get(i) != 0; i++) {
            name.append((char) (bytes.get(i) & 0xff));
        }
        return name.toString();
    }

    /** As many of these bytes as the file has, at most {@code length}. */
    public ByteBuffer upTo(long offset, int length) throws IOException {
        return offset < 0 || offset >= size
                ? ByteBuffer.allocate(0)
                : at(offset, (int) Math.min(length, size - offset));
    }
}

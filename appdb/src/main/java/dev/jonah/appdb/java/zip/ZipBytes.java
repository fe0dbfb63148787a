package dev.jonah.appdb.java.zip;

import dev.jonah.image.Blob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Pieces of an archive, little-endian, never beyond its end. */
final class ZipBytes {
    private ZipBytes() {}

    /** Exactly these bytes; nothing is allocated if the archive does not have them. */
    static ByteBuffer at(Blob blob, long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset > blob.size() - length) {
            throw new DamagedZipException(
                    "bytes " + Long.toUnsignedString(offset) + " to +" + length + " of an archive of " + blob.size());
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (blob.read(bytes, offset + bytes.position()) < 0) {
                throw new DamagedZipException("the archive ends at " + (offset + bytes.position()));
            }
        }
        return bytes.flip();
    }

    static long unsigned(int value) {
        return value & 0xffff_ffffL;
    }

    /** A channel as a blob, for one thread; the channel stays the caller's to close. */
    static Blob over(SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        return new Blob() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public int read(ByteBuffer into, long position) throws IOException {
                return channel.position(position).read(into);
            }
        };
    }
}

package dev.jonah.image;

import dev.jonah.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/**
 * The bytes of one regular file: a slice of a layer, read where it lies. Valid until the image is closed; safe for any
 * number of threads, each stream and channel having a position of its own.
 */
public interface Content {
    /** How many bytes there are; holes of sparse files count. */
    long size();

    /**
     * A new stream from the first byte on.
     *
     * @throws IOException if the image is closed or the layer cannot be read; reading may throw it too
     */
    InputStream open() throws IOException;

    /** A new read-only channel. Errors as for {@link #open()}. */
    SeekableByteChannel openChannel() throws IOException;

    /** The checksum of all bytes, computed at the first call and remembered. Errors as for {@link #open()}. */
    Digest digest(Digest.Algorithm algorithm) throws IOException;

    /**
     * The same for whoever asks many contents one after the other, and lends them room to read into, some ten thousand
     * bytes. What is in {@code room} afterwards means nothing; nobody else may use it meanwhile.
     */
    default Digest digest(Digest.Algorithm algorithm, byte[] room) throws IOException {
        return digest(algorithm);
    }

    /**
     * The first {@code atMost} bytes, or all if there are fewer. Errors as for {@link #open()}.
     */
    default byte[] head(int atMost) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(atMost);
        }
    }

    /**
     * Where the bytes lie, for reading many files in the order of the medium: equal for names of one inode, increasing
     * within a layer. It means nothing else.
     */
    long position();
}

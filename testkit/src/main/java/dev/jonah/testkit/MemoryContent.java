package dev.jonah.testkit;

import dev.jonah.image.Content;
import dev.jonah.value.Digest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a file in memory. */
final class MemoryContent implements Content {
    private final byte[] bytes;
    private final long position;

    MemoryContent(byte[] bytes, long position) {
        this.bytes = bytes;
        this.position = position;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public SeekableByteChannel openChannel() {
        return MemoryBlob.of(bytes).openChannel();
    }

    @Override
    public Digest digest(Digest.Algorithm algorithm) {
        return Digest.compute(algorithm, bytes);
    }

    @Override
    public long position() {
        return position;
    }
}

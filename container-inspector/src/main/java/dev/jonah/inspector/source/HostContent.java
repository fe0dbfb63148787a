package dev.jonah.inspector.source;

import dev.jonah.image.Content;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** A file of a host directory, opened each time it is read and never through a link. */
final class HostContent implements Content {
    private final Path file;
    private final long size;
    private final long position;
    private final BooleanSupplier closed;
    private final ConcurrentHashMap<Digest.Algorithm, Digest> digests = new ConcurrentHashMap<>();

    HostContent(Path file, long size, long position, BooleanSupplier closed) {
        this.file = file;
        this.size = size;
        this.position = position;
        this.closed = closed;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        return Channels.newInputStream(openChannel());
    }

    @Override
    public SeekableByteChannel openChannel() throws IOException {
        if (closed.getAsBoolean()) {
            throw new IOException("the image is closed: " + file);
        }
        // Between listing and reading it may have become a pipe, whose opening would wait for ever.
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("no longer a regular file: " + file);
        }
        return new HostChannel(
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)), closed);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Digest digest(Digest.Algorithm algorithm) throws IOException {
        Digest known = digests.get(algorithm);
        if (known != null) {
            return known;
        }
        MessageDigest digest = algorithm.newMessageDigest();
        byte[] buffer = new byte[64 * 1024];
        long length = 0;
        try (InputStream in = open()) {
            int n;
            while ((n = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, n);
                length += n;
            }
        }
        if (length != size) {
            throw new IOException("changed since it was listed: " + file + " has " + length + " bytes, not " + size);
        }
        Digest computed = Digest.of(algorithm, digest.digest());
        digests.put(algorithm, computed);
        return computed;
    }
}

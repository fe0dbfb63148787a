package dev.jonah.inspector.bytes;

import dev.jonah.image.Blob;
import dev.jonah.image.Content;
import dev.jonah.value.Digest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The content of a file as a blob, its digests remembered. */
public final class BlobContent implements Content {
    private static final int BUFFER = 16 * 1024;
    private static final byte[] NO_ROOM = new byte[0];

    private final Blob bytes;
    private final long position;
    private volatile List<Digest> digests = List.of();

    /** The content {@code bytes}, which lie at {@code position} of their medium. */
    public BlobContent(Blob bytes, long position) {
        this.bytes = bytes;
        this.position = position;
    }

    /** The bytes themselves. */
    public Blob blob() {
        return bytes;
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public InputStream open() {
        return new BlobStream(bytes);
    }

    @Override
    public SeekableByteChannel openChannel() {
        return bytes.openChannel();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Digest digest(Digest.Algorithm algorithm) throws IOException {
        return digest(algorithm, NO_ROOM);
    }

    @Override
    public Digest digest(Digest.Algorithm algorithm, byte[] room) throws IOException {
        for (Digest known : digests) {
            if (known.algorithm() == algorithm) {
                return known;
            }
        }
        Digest computed = compute(algorithm, room);
        remember(computed);
        return computed;
    }

    private Digest compute(Digest.Algorithm algorithm, byte[] room) throws IOException {
        MessageDigest digest = algorithm.newMessageDigest();
        long left = bytes.size();
        byte[] buffer = room.length > 0 ? room : new byte[(int) Math.min(BUFFER, left)];
        try (InputStream in = open()) {
            while (left > 0) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new EOFException("the content ends " + left + " bytes early");
                }
                digest.update(buffer, 0, n);
                left -= n;
            }
        }
        return Digest.of(algorithm, digest.digest());
    }

    private synchronized void remember(Digest computed) {
        List<Digest> more = new ArrayList<>(digests);
        more.add(computed);
        digests = List.copyOf(more);
    }
}

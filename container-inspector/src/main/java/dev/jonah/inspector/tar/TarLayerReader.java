package dev.jonah.inspector.tar;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Blob;
import dev.jonah.image.LayerEntry;
import dev.jonah.image.LayerReader;
import dev.jonah.inspector.bytes.BlobStream;
import dev.jonah.inspector.bytes.Signature;
import dev.jonah.inspector.compression.Compression;
import dev.jonah.inspector.compression.DamagedDataException;
import dev.jonah.value.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads layers that are tar archives, plain or compressed. A plain layer is read where it lies; a compressed one is
 * decompressed once, into the spool. The stored and the uncompressed bytes are hashed on the way.
 */
public final class TarLayerReader implements LayerReader {
    @Override
    public String id() {
        return "jonah.layer.tar";
    }

    @Override
    public boolean accepts(byte[] head, @Nullable String mediaType) {
        if (Compression.of(head) != Compression.NONE || head.length == 0) {
            return true;
        }
        if (head.length < TarHeader.BLOCK) {
            return mediaType == null || mediaType.contains("tar");
        }
        TarHeader header = new TarHeader(Arrays.copyOf(head, TarHeader.BLOCK));
        return header.isZero() || header.isValid() || mediaType != null && mediaType.contains("tar");
    }

    @Override
    public Summary read(Scan scan, Consumer<LayerEntry> out) throws IOException {
        StoredBytes stored = new StoredBytes(scan);
        byte[] head = new byte[Compression.HEAD];
        int n = new BlobStream(scan.stored()).readNBytes(head, 0, head.length);
        Compression compression = Compression.of(Arrays.copyOf(head, n));
        return compression == Compression.NONE ? plain(scan, stored, out) : compressed(scan, stored, compression, out);
    }

    private static Summary plain(Scan scan, StoredBytes stored, Consumer<LayerEntry> out) throws IOException {
        HashedInput in = new HashedInput(stored.plain(), null, Long.MAX_VALUE);
        String problem = list(scan, in, scan.stored(), out);
        if (problem != null) {
            String other = Signature.nameOf(new BlobStream(scan.stored()).readNBytes(TarHeader.BLOCK));
            problem = other == null ? problem : scan.name() + " is " + other + ", which is not supported";
        }
        Digest digest = in.diffId();
        return new Summary(digest, digest, in.position(), problem);
    }

    private static Summary compressed(Scan scan, StoredBytes stored, Compression compression, Consumer<LayerEntry> out)
            throws IOException {
        Spool spool = scan.spool();
        InputStream uncompressed;
        try {
            uncompressed = compression.open(
                    stored.hashed(),
                    scan.limits(),
                    () -> scan.diagnostics()
                            .warning(
                                    "layer.trailing-data",
                                    null,
                                    "garbage after the " + compression + " data of " + scan.name()));
        } catch (DamagedDataException e) {
            stored.drain();
            return new Summary(stored.digest(), null, null, scan.name() + ": " + e.getMessage());
        }
        try (uncompressed) {
            HashedInput in = new HashedInput(uncompressed, spool, scan.limits().get(Limits.Name.LAYER_BYTES));
            String problem = list(scan, in, spool, out);
            stored.drain();
            IOException damage = in.damage();
            if (damage != null) {
                String what = scan.name() + ": " + damage.getMessage();
                return new Summary(stored.digest(), null, null, problem == null ? what : what + "; " + problem);
            }
            return new Summary(stored.digest(), in.diffId(), in.position(), problem);
        }
    }

    private static @Nullable String list(Scan scan, HashedInput in, Blob bytes, Consumer<LayerEntry> out)
            throws IOException {
        String problem = new TarReader(in, bytes, scan.name(), scan.limits(), scan.diagnostics()).read(out);
        boolean more = in.drain();
        if (more && problem == null && in.damage() == null) {
            scan.diagnostics()
                    .warning("layer.trailing-data", null, "data after the end of " + scan.name() + ", not listed");
        }
        return problem;
    }

    /** The stored bytes on their way past, counted for progress and hashed where the tar reader does not do it. */
    private static final class StoredBytes {
        private final Scan scan;
        private final MessageDigest digest = Digest.Algorithm.SHA256.newMessageDigest();
        private @Nullable InputStream stream;

        StoredBytes(Scan scan) {
            this.scan = scan;
        }

        InputStream plain() {
            return new FilterInputStream(new BlobStream(scan.stored())) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int n = super.read(bytes, offset, length);
                    scan.progress(Math.max(n, 0));
                    return n;
                }
            };
        }

        InputStream hashed() {
            InputStream counted = plain();
            stream = new FilterInputStream(counted) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int n = super.read(bytes, offset, length);
                    if (n > 0) {
                        digest.update(bytes, offset, n);
                    }
                    return n;
                }

                @Override
                public long skip(long count) throws IOException {
                    return readNBytes((int) Math.min(count, 8192)).length;
                }
            };
            return stream;
        }

        /** Reads what the decoder left, so that the digest is of all bytes. */
        void drain() throws IOException {
            if (stream != null) {
                stream.transferTo(OutputStream.nullOutputStream());
            }
        }

        Digest digest() {
            return Digest.of(Digest.Algorithm.SHA256, digest.digest());
        }
    }
}

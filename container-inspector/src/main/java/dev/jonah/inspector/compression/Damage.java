package dev.jonah.inspector.compression;

import com.github.luben.zstd.ZstdIOException;
import dev.jonah.diagnostic.Limits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.MemoryLimitException;

/**
 * Turns whatever a decoder throws at damaged input, unchecked exceptions too, into {@link DamagedDataException}, after all
 * that it decoded before. What the source of the compressed bytes throws is passed on: that is no damage.
 */
final class Damage extends FilterInputStream {
    private static final int ZSTD_WINDOW_TOO_LARGE = 16;

    private final Compression compression;
    private final Source source;
    private final long megabytes;
    private final int piece;
    private @Nullable IOException pending;

    private Damage(InputStream decoder, Compression compression, Source source, long megabytes, int piece) {
        super(decoder);
        this.compression = compression;
        this.source = source;
        this.megabytes = megabytes;
        this.piece = piece;
    }

    /** Makes a decoder of compressed bytes. */
    @FunctionalInterface
    interface Decoder {
        InputStream of(InputStream compressed) throws IOException;
    }

    /**
     * @param megabytes what the decoder may take, for messages
     * @param piece how much to ask the decoder for at once; what it decoded in the call that fails is lost
     * @throws DamagedDataException if the decoder refuses even the first bytes
     */
    static InputStream over(InputStream compressed, Compression compression, long megabytes, int piece, Decoder decoder)
            throws IOException {
        Source source = new Source(compressed);
        try {
            return new Damage(decoder.of(source), compression, source, megabytes, piece);
        } catch (IOException | RuntimeException e) {
            throw failure(e, compression, source, megabytes);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (pending != null) {
            throw pending;
        }
        int done = 0;
        try {
            while (done < length) {
                int n = in.read(bytes, offset + done, Math.min(piece, length - done));
                if (n < 0) {
                    return done == 0 ? -1 : done;
                }
                done += n;
            }
        } catch (IOException | RuntimeException e) {
            pending = failure(e, compression, source, megabytes);
            if (done == 0) {
                throw pending;
            }
        }
        return done;
    }

    private static IOException failure(Exception thrown, Compression compression, Source source, long megabytes) {
        if (source.failure != null) {
            return source.failure;
        }
        if (thrown instanceof MemoryLimitException
                || thrown instanceof ZstdIOException zstd && zstd.getErrorCode() == ZSTD_WINDOW_TOO_LARGE) {
            String limit = Limits.Name.DECOMPRESSOR_MEGABYTES.id();
            return new DamagedDataException(
                    "decoding " + compression + " data needs more memory than the limit " + limit + " = " + megabytes
                            + "; raise it with --limit " + limit + "=VALUE or Limits.builder()",
                    thrown);
        }
        return new DamagedDataException(
                source.ended
                        ? "unexpected end of " + compression + " data"
                        : "damaged " + compression + " data: " + thrown.getMessage(),
                thrown);
    }

    /** The compressed bytes; knows whether the decoder asked for more than there are, and whether reading them failed. */
    private static final class Source extends FilterInputStream {
        private boolean ended;
        private @Nullable IOException failure;

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int n = in.read(bytes, offset, length);
                ended |= n < 0;
                return n;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public long skip(long count) throws IOException {
            try {
                return in.skip(count);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        /** Nothing is promised, so that a decoder hands over what it has before it asks for more. */
        @Override
        public int available() {
            return 0;
        }
    }
}

package dev.jonah.inspector.compression;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;

/** Turns whatever a decoder throws at damaged input, unchecked exceptions too, into {@link DamagedDataException}. */
final class Damage extends FilterInputStream {
    private final Compression compression;
    private final Source source;

    private Damage(InputStream decoder, Compression compression, Source source) {
        super(decoder);
        this.compression = compression;
        this.source = source;
    }

    /** Makes a decoder of compressed bytes. */
    @FunctionalInterface
    interface Decoder {
        InputStream of(InputStream compressed) throws IOException;
    }

    /**
     * @throws DamagedDataException if the decoder refuses even the first bytes
     */
    static InputStream over(InputStream compressed, Compression compression, Decoder decoder) throws IOException {
        Source source = new Source(compressed);
        try {
            return new Damage(decoder.of(source), compression, source);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw source.damage(compression, e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw source.damage(compression, e);
        }
    }

    /** The compressed bytes; knows whether the decoder asked for more than there are. */
    private static final class Source extends FilterInputStream {
        private boolean ended;

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = in.read();
            ended |= octet < 0;
            return octet;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = in.read(bytes, offset, length);
            ended |= n < 0;
            return n;
        }

        DamagedDataException damage(Compression compression, Exception cause) {
            return new DamagedDataException(
                    ended
                            ? "unexpected end of " + compression + " data"
                            : "damaged " + compression + " data: " + cause.getMessage(),
                    cause);
        }
    }
}

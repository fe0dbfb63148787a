package dev.jonah.inspector.compression;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Turns whatever a decoder throws at damaged input, unchecked exceptions too, into {@link DamagedDataException}. */
final class Damage extends FilterInputStream {
    private final Compression compression;

    Damage(InputStream in, Compression compression) {
        super(in);
        this.compression = compression;
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
        } catch (java.nio.channels.ClosedChannelException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new DamagedDataException("damaged or cut off " + compression + " data: " + e.getMessage(), e);
        }
    }
}

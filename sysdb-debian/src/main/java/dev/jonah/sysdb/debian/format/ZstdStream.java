package dev.jonah.sysdb.debian.format;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Decompresses zstd, and says of whatever cannot be decompressed that it cannot be read. */
final class ZstdStream extends FilterInputStream {
    ZstdStream(InputStream compressed) throws IOException {
        super(open(compressed));
    }

    private static InputStream open(InputStream compressed) throws IOException {
        try {
            return new ZstdInputStream(compressed);
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    private static IOException damaged(RuntimeException e) {
        return new IOException("damaged zstd: " + e.getMessage(), e);
    }
}

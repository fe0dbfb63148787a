package dev.jonah.sysdb.alpine.format;

import dev.jonah.diagnostic.Limits;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a tar archive that may be hostile: the headers of one entry may take {@link Limits.Name#TAR_HEADER_BYTES},
 * the whole {@link Limits.Name#PARSER_BYTES}, and whatever the decoder stumbles over is an {@code IOException}.
 */
final class BoundedTar implements Closeable {
    // Beside extended headers, the decoder reads the header itself, padding and the blocks that end an archive.
    private static final int BLOCKS = 64 * 1024;

    private final Meter meter;
    private final TarArchiveInputStream tar;
    private final Limits limits;
    private final byte[] buffer = new byte[8192];

    BoundedTar(InputStream in, Limits limits) {
        this.limits = limits;
        meter = new Meter(in);
        tar = new TarArchiveInputStream(meter);
    }

    /** The next entry, or null after the last, which only zeros follow. */
    @Nullable
    TarArchiveEntry next() throws IOException {
        try {
            skipContent();
            meter.inHeader = 0;
            meter.onlyZeros = true;
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry != null && entry.isSparse()) {
                throw new IOException("a sparse file in an archive of apk");
            }
            if (entry == null) {
                meter.inHeader = -1;
                requireZeros();
            }
            return entry;
        } catch (RuntimeException e) {
            throw new IOException("not a tar archive: " + e.getMessage(), e);
        } finally {
            meter.inHeader = -1;
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    // The decoder takes whatever it cannot read for the end.
    private void requireZeros() throws IOException {
        while (meter.onlyZeros && meter.read(buffer, 0, buffer.length) > 0) {
            // the meter looks at them
        }
        if (!meter.onlyZeros) {
            throw new IOException("bytes after the last entry");
        }
    }

    // The decoder would skip the content itself, but then it could not be told from headers.
    private void skipContent() throws IOException {
        if (tar.getCurrentEntry() != null) {
            while (tar.read(buffer) > 0) {
                // nothing is kept
            }
        }
    }

    private final class Meter extends FilterInputStream {
        private long total;
        private long inHeader = -1;
        private boolean onlyZeros;

        Meter(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            onlyZeros &= b <= 0;
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            for (int i = offset; onlyZeros && i < offset + n; i++) {
                onlyZeros = bytes[i] == 0;
            }
            count(n);
            return n;
        }

        @Override
        public long skip(long n) throws IOException {
            return Math.max(0, read(new byte[(int) Math.min(n, 8192)]));
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long n) throws IOException {
            if (n > 0) {
                total += n;
                limits.check(Limits.Name.PARSER_BYTES, total, "a tar archive of apk");
                if (inHeader >= 0) {
                    inHeader += n;
                    limits.check(Limits.Name.TAR_HEADER_BYTES, inHeader - BLOCKS, "a header in a tar archive of apk");
                }
            }
        }
    }
}

package dev.jonah.inspector.tar;

import dev.jonah.image.Blob;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What a {@link TarReader} reads: blocks in order, with skipping that may or may not look at the bytes. */
public interface TarInput {
    /** Reads until {@code into} holds {@code length} bytes or the input ends; tells how many there are. */
    int read(byte[] into, int length) throws IOException;

    /** Passes over up to {@code count} bytes; tells how many there were. */
    long skip(long count) throws IOException;

    /** How many bytes were read or passed over. */
    long position();

    /** Reads a blob at random, so that skipping costs nothing. */
    static TarInput of(Blob blob) {
        return new TarInput() {
            private final byte[] buffer = new byte[8 * 1024];
            private long bufferStart;
            private int bufferLength;
            private long position;

            @Override
            public int read(byte[] into, int length) throws IOException {
                int done = 0;
                while (done < length) {
                    if (position < bufferStart || position >= bufferStart + bufferLength) {
                        bufferStart = position;
                        bufferLength = Math.max(0, blob.read(ByteBuffer.wrap(buffer), position));
                        if (bufferLength == 0) {
                            break;
                        }
                    }
                    int inside = (int) (position - bufferStart);
                    int n = Math.min(length - done, bufferLength - inside);
                    System.arraycopy(buffer, inside, into, done, n);
                    done += n;
                    position += n;
                }
                return done;
            }

            @Override
            public long skip(long count) {
                long n = Math.max(0, Math.min(count, blob.size() - position));
                position += n;
                return n;
            }

            @Override
            public long position() {
                return position;
            }
        };
    }
}

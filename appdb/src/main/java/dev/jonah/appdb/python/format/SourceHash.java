package dev.jonah.appdb.python.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a source file in a hash-based {@code .pyc} (PEP 552): SipHash keyed with the magic number, SipHash-2-4 up to
 * Python 3.10 and SipHash-1-3 since, the number of compression and finalisation rounds being the difference.
 */
public final class SourceHash {
    private static final int LAST_KNOWN = 14;

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    private SourceHash(long key) {
        v0 = key ^ 0x736f6d6570736575L;
        v1 = 0x646f72616e646f6dL; // the second half of the key is zero
        v2 = key ^ 0x6c7967656e657261L;
        v3 = 0x7465646279746573L;
    }

    /**
     * Computes the hash of all bytes of {@code source}.
     *
     * @param python whose rounds count
     * @param magic the four bytes at the start of the {@code .pyc}
     * @return null if it is not known how this Python computes it
     */
    public static @Nullable Long compute(PythonMagic python, byte[] magic, InputStream source) throws IOException {
        if (python.major() != 3 || python.minor() < 7 || python.minor() > LAST_KNOWN) {
            return null;
        }
        int rounds = python.minor() < 11 ? 2 : 1;
        long key = Integer.toUnsignedLong(
                ByteBuffer.wrap(magic).order(ByteOrder.LITTLE_ENDIAN).getInt());
        return new SourceHash(key).hash(source, rounds, rounds + 2);
    }

    private long hash(InputStream source, int compression, int finalisation) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        ByteBuffer words = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
        long length = 0;
        int n;
        // A piece is shorter than the buffer only at the end, so that words never straddle two pieces.
        do {
            n = source.readNBytes(buffer, 0, buffer.length);
            length += n;
            for (int i = 0; i + 8 <= n; i += 8) {
                compress(words.getLong(i), compression);
            }
        } while (n == buffer.length);
        long last = length << 56;
        for (int i = n - n % 8; i < n; i++) {
            last |= (buffer[i] & 0xffL) << 8 * (i % 8);
        }
        compress(last, compression);
        v2 ^= 0xff;
        rounds(finalisation);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void compress(long word, int count) {
        v3 ^= word;
        rounds(count);
        v0 ^= word;
    }

    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}

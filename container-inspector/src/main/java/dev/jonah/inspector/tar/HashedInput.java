package dev.jonah.inspector.tar;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.LayerReader;
import dev.jonah.inspector.compression.DamagedDataException;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The uncompressed bytes of a layer on their one way past: they are hashed for the diff id, spooled if they lie nowhere
 * else, and parsed. Damage ends the input early; it is kept until asked for.
 */
final class HashedInput implements TarInput {
    private static final int BUFFER = 256 * 1024;

    private final InputStream in;
    private final LayerReader.@Nullable Spool spool;
    private final MessageDigest digest = Digest.Algorithm.SHA256.newMessageDigest();
    private final byte[] buffer = new byte[BUFFER];
    private final long limit;
    private int next;
    private int filled;
    private long consumed;
    private long total;
    private boolean ended;
    private @Nullable IOException damage;

    HashedInput(InputStream in, LayerReader.@Nullable Spool spool, long limit) {
        this.in = in;
        this.spool = spool;
        this.limit = limit;
    }

    @Override
    public int read(byte[] into, int length) throws IOException {
        int done = 0;
        while (done < length && (next < filled || fill())) {
            int n = Math.min(length - done, filled - next);
            System.arraycopy(buffer, next, into, done, n);
            next += n;
            done += n;
        }
        consumed += done;
        return done;
    }

    @Override
    public long skip(long count) throws IOException {
        long done = 0;
        while (done < count && (next < filled || fill())) {
            int n = (int) Math.min(count - done, filled - next);
            next += n;
            done += n;
        }
        consumed += done;
        return done;
    }

    @Override
    public long position() {
        return consumed;
    }

    /** Reads to the end; whether any byte on the way was not zero. */
    boolean drain() throws IOException {
        boolean nonZero = false;
        while (next < filled || fill()) {
            while (!nonZero && next < filled) {
                nonZero = buffer[next++] != 0;
                consumed++;
            }
            consumed += filled - next;
            next = filled;
        }
        return nonZero;
    }

    /** The damage that ended the input, or null. */
    @Nullable
    IOException damage() {
        return damage;
    }

    /** Digest of all bytes; once, and only after {@link #drain()}. */
    Digest diffId() {
        return Digest.of(Digest.Algorithm.SHA256, digest.digest());
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        int n;
        try {
            n = in.read(buffer, 0, BUFFER);
        } catch (DamagedDataException e) {
            damage = e;
            n = -1;
        }
        next = 0;
        filled = Math.max(n, 0);
        if (n < 0) {
            ended = true;
            return false;
        }
        digest.update(buffer, 0, n);
        total += n;
        if (total > limit) {
            throw new LimitExceededException(Limits.Name.LAYER_BYTES, limit, "a decompressed layer");
        }
        if (spool != null) {
            spool.write(buffer, 0, n);
        }
        return n > 0 || fill();
    }
}

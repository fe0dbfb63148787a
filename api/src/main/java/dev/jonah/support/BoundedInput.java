package dev.jonah.support;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes within {@link Limits.Name#PARSER_BYTES}, for parsers that read all that they are given, and for what is compressed:
 * all that lies within the limit is handed out, and asking for more is a {@link LimitExceededException} unless the stream
 * ends there. For one thread at a time.
 */
public final class BoundedInput extends FilterInputStream {
    private final Limits limits;
    private final String what;
    private long read;

    /** Reads from {@code in}; {@code what} is named in the message: {@code "the document"}. */
    public BoundedInput(InputStream in, Limits limits, String what) {
        super(in);
        this.limits = limits;
        this.what = what;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        // Up to the limit first, so that what lies before it is still handed out; then one byte more tells the end.
        long left = limits.get(Limits.Name.PARSER_BYTES) - read;
        int got = super.read(into, offset, (int) Math.min(length, Math.max(1, left)));
        count(Math.max(got, 0));
        return got;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long more) throws LimitExceededException {
        read += more;
        limits.check(Limits.Name.PARSER_BYTES, read, what);
    }
}

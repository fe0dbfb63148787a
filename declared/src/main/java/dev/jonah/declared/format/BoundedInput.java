package dev.jonah.declared.format;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file within {@link Limits.Name#PARSER_BYTES}; one byte more is a {@link LimitExceededException}. */
final class BoundedInput extends FilterInputStream {
    private final Limits limits;
    private long read;

    BoundedInput(InputStream in, Limits limits) {
        super(in);
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
        // Up to the limit first, so that what lies before it is still handed out; then one byte more tells the end.
        long left = limits.get(Limits.Name.PARSER_BYTES) - read;
        int count = super.read(buffer, start, (int) Math.min(length, Math.max(1, left)));
        count(Math.max(count, 0));
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) throws LimitExceededException {
        read += more;
        limits.check(Limits.Name.PARSER_BYTES, read, "the file");
    }
}

package dev.jonah.appdb.json;

import dev.jonah.diagnostic.Limits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with an exception where more bytes come than a parser may read. */
final class BoundedInput extends FilterInputStream {
    private final Limits limits;
    private long read;

    BoundedInput(InputStream in, Limits limits) {
        super(in);
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        count(Math.max(0, got));
        return got;
    }

    private void count(int more) throws IOException {
        read += more;
        limits.check(Limits.Name.PARSER_BYTES, read, "the document");
    }
}

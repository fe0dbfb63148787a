package dev.jonah.inspector.compression;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses gzip (RFC 1952) with any number of members. The stream of the JDK ends after the first member where the
 * source cannot tell what is available, and the one of commons-compress drops what it inflated in the call that finds a
 * wrong checksum: here all that was inflated is handed over before damage is reported. Zero bytes after the last member
 * are padding.
 */
final class GzipMembers extends InputStream {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Runnable trailing;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] input = new byte[64 * 1024];
    private int next;
    private int filled;
    private boolean inMember;
    private boolean ended;
    private long inflated;
    private @Nullable IOException pending;

    GzipMembers(InputStream in, Runnable trailing) throws IOException {
        this.in = in;
        this.trailing = trailing;
        try {
            beginMember(true);
        } catch (EOFException e) {
            throw new DamagedDataException("unexpected end of gzip data", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (pending != null) {
            throw pending;
        }
        int done = 0;
        try {
            while (done == 0 && !ended) {
                if (!inMember && !beginMember(false)) {
                    ended = true;
                    break;
                }
                done = inflate(bytes, offset, length);
            }
        } catch (DataFormatException e) {
            pending = new DamagedDataException("damaged gzip data: " + e.getMessage(), e);
            throw pending;
        } catch (EOFException e) {
            pending = new DamagedDataException("unexpected end of gzip data", e);
            throw pending;
        } catch (DamagedDataException e) {
            pending = e;
            throw e;
        }
        return done == 0 ? -1 : done;
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException, DataFormatException {
        if (inflater.needsInput()) {
            need();
            inflater.setInput(input, next, filled - next);
        }
        int before = inflater.getRemaining();
        int n = inflater.inflate(bytes, offset, length);
        next += before - inflater.getRemaining();
        crc.update(bytes, offset, n);
        inflated += n;
        if (inflater.finished()) {
            inMember = false;
            try {
                endMember();
            } catch (EOFException e) {
                pending = new DamagedDataException("unexpected end of gzip data in the trailer", e);
            } catch (DamagedDataException e) {
                pending = e;
            }
            if (n == 0 && pending != null) {
                throw pending;
            }
        } else if (inflater.needsDictionary()) {
            throw new DataFormatException("a preset dictionary is asked for");
        }
        return n;
    }

    private void endMember() throws IOException {
        long expectedCrc = littleEndian32();
        long expectedLength = littleEndian32();
        if (expectedCrc != crc.getValue()) {
            throw new DamagedDataException(
                    String.format("gzip CRC is %08x, its trailer says %08x", crc.getValue(), expectedCrc));
        }
        if (expectedLength != (inflated & 0xffffffffL)) {
            throw new DamagedDataException("gzip length is not the one of its trailer");
        }
    }

    private boolean beginMember(boolean first) throws IOException {
        int one = next < filled || fill() ? input[next++] & 0xff : -1;
        if (one < 0) {
            return false;
        }
        int two = one == 0x1f && (next < filled || fill()) ? input[next++] & 0xff : -1;
        if (one != 0x1f || two != 0x8b) {
            if (first) {
                throw new DamagedDataException("not gzip data");
            }
            skipPadding(one == 0);
            return false;
        }
        int method = octet();
        int flags = octet();
        skip(6);
        if (method != 8) {
            throw new DamagedDataException("unknown gzip method " + method);
        }
        if ((flags & EXTRA) != 0) {
            skip(octet() | octet() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(input, next, filled - next);
        crc.reset();
        inflated = 0;
        inMember = true;
        return true;
    }

    private void skipPadding(boolean zeros) throws IOException {
        boolean padding = zeros;
        while (next < filled || fill()) {
            padding &= input[next++] == 0;
        }
        if (!padding) {
            trailing.run();
        }
    }

    private long littleEndian32() throws IOException {
        return octet() | octet() << 8 | octet() << 16 | (long) octet() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            octet();
        }
    }

    private void skipText() throws IOException {
        int read;
        do {
            read = octet();
        } while (read != 0);
    }

    private int octet() throws IOException {
        need();
        return input[next++] & 0xff;
    }

    private void need() throws IOException {
        if (next == filled && !fill()) {
            throw new EOFException();
        }
    }

    private boolean fill() throws IOException {
        int n = in.read(input);
        next = 0;
        filled = Math.max(n, 0);
        return n > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}

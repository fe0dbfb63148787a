package dev.jonah.support;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of bytes within {@link Limits.Name#LINE_BYTES} and {@link Limits.Name#PARSER_BYTES}. A line ends at a line
 * feed, with a carriage return before it taken away unless asked otherwise, or at the end of the input. Not safe for
 * several threads.
 */
public final class LineReader implements Closeable {
    private final InputStream in;
    private final Limits limits;
    private final int longest;
    private final boolean carriageReturns;
    private final byte[] buffer = new byte[16 * 1024];
    private int next;
    private int filled;
    private byte[] line = new byte[256];
    private long read;
    private long number;

    /** Reads {@code in}, which {@link #close()} closes. */
    public LineReader(InputStream in, Limits limits) {
        this(in, limits, false);
    }

    private LineReader(InputStream in, Limits limits, boolean carriageReturns) {
        this.in = in;
        this.limits = limits;
        this.longest = limits.getInt(Limits.Name.LINE_BYTES);
        this.carriageReturns = carriageReturns;
    }

    /** As the constructor, but keeps carriage returns: in a list of names they are part of one. */
    public static LineReader untilLineFeed(InputStream in, Limits limits) {
        return new LineReader(in, limits, true);
    }

    /**
     * The next line without its end, or null after the last.
     *
     * @throws LimitExceededException if the line or the whole input is longer than the limits allow
     */
    public @Nullable RawText readLine() throws IOException {
        int length = 0;
        boolean any = false;
        while (next < filled || fill()) {
            any = true;
            int end = endOfLine();
            int more = end - next;
            check(length + (long) more);
            if (length == 0 && end < filled) {
                // Nearly every line lies whole in the buffer.
                RawText whole = text(buffer, next, more);
                next = end + 1;
                return whole;
            }
            if (length + more > line.length) {
                line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
            }
            System.arraycopy(buffer, next, line, length, more);
            length += more;
            next = end;
            if (end < filled) {
                next++;
                break;
            }
        }
        return any ? text(line, 0, length) : null;
    }

    /**
     * The first byte of the next line, 0 to 255, without reading it; a line feed if it is empty, -1 after the last.
     *
     * @throws LimitExceededException if the whole input is longer than the limits allow
     */
    public int peek() throws IOException {
        return next < filled || fill() ? buffer[next] & 0xff : -1;
    }

    /**
     * Passes over the next line, which costs less than reading it. Errors as for {@link #readLine}.
     *
     * @return its length without its end, or -1 if there is none
     */
    public long skipLine() throws IOException {
        long length = 0;
        boolean any = false;
        boolean carriageReturn = false;
        while (next < filled || fill()) {
            any = true;
            int end = endOfLine();
            length += end - next;
            check(length);
            carriageReturn = end > next ? buffer[end - 1] == '\r' : carriageReturn;
            next = end;
            if (end < filled) {
                next++;
                break;
            }
        }
        if (!any) {
            return -1;
        }
        number++;
        return carriageReturn && !carriageReturns ? length - 1 : length;
    }

    private int endOfLine() {
        byte[] bytes = buffer;
        int end = next;
        int stop = filled;
        while (end < stop && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private void check(long length) throws LimitExceededException {
        if (length > longest) {
            throw new LimitExceededException(Limits.Name.LINE_BYTES, longest, "line " + (number + 1));
        }
    }

    private RawText text(byte[] bytes, int start, int length) {
        number++;
        boolean carriageReturn = !carriageReturns && length > 0 && bytes[start + length - 1] == '\r';
        return RawText.of(bytes, start, carriageReturn ? length - 1 : length);
    }

    /** The next line as text, bytes that are not UTF-8 as escapes; or null after the last. Errors as above. */
    public @Nullable String readText() throws IOException {
        RawText raw = readLine();
        return raw == null ? null : raw.toString();
    }

    /** Number of the line read last, from 1. */
    public long lineNumber() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        // Up to the limit and no further, so that the lines before it are still handed out; then one byte tells the
        // end.
        long left = Math.max(1, limits.get(Limits.Name.PARSER_BYTES) - read);
        int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (n <= 0) {
            return false;
        }
        read += n;
        limits.check(Limits.Name.PARSER_BYTES, read, "the input at line " + (number + 1));
        next = 0;
        filled = n;
        return true;
    }
}

package dev.jonah.appdb.python.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header fields of core metadata (METADATA, PKG-INFO, WHEEL) one by one, up to the empty line before the
 * description or the end. Real files are not always as RFC 822 wants: a byte order mark is passed over, lines that are no
 * fields are counted and passed over, any blank may begin a continuation.
 *
 * <p>Not safe for several threads.
 */
public final class MetadataReader implements Closeable {
    private final LineReader lines;
    private @Nullable String ahead;
    private boolean ended;
    private long malformed;

    /** Reads {@code in}, which {@link #close()} closes. */
    public MetadataReader(InputStream in, Limits limits) {
        lines = new LineReader(in, limits);
    }

    /**
     * The next field, or null after the last; repeated names are handed over as they come.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line or the whole is too long
     */
    public @Nullable MetadataField read() throws IOException {
        String line;
        while ((line = next()) != null) {
            int colon = line.indexOf(':');
            if (colon > 0 && !isContinuation(line)) {
                return new MetadataField(
                        line.substring(0, colon).strip(),
                        value(line.substring(colon + 1).strip()));
            }
            malformed++;
        }
        return null;
    }

    /** How many lines so far belong to no field. */
    public long malformedLines() {
        return malformed;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private String value(String first) throws IOException {
        StringBuilder value = null;
        String line;
        while ((line = next()) != null && isContinuation(line)) {
            value = value == null ? new StringBuilder(first) : value;
            value.append('\n').append(line);
        }
        ahead = line;
        return value == null ? first : value.toString();
    }

    private static boolean isContinuation(String line) {
        return line.charAt(0) == ' ' || line.charAt(0) == '\t';
    }

    /** The next line of the header, which is never empty; null at its end. */
    private @Nullable String next() throws IOException {
        String line = ahead;
        ahead = null;
        while (line == null && !ended) {
            line = lines.readText();
            if (line != null && lines.lineNumber() == 1 && line.startsWith("\ufeff")) {
                line = line.substring(1);
            }
            boolean blankStart = line != null && line.isEmpty() && lines.lineNumber() == 1;
            ended = line == null || line.isEmpty() && !blankStart;
            line = ended || blankStart ? null : line;
        }
        return line;
    }
}

package dev.jonah.appdb.python.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import dev.jonah.value.RawText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads RECORD row by row: {@code path,hash,size} as comma-separated values in the dialect of Python's {@code csv} module,
 * in which a field may be quoted, a quote inside it is doubled, and a quoted field may go on over line ends. Columns that
 * are left out are empty. Names are kept as bytes, since file names need not be UTF-8.
 *
 * <p>Not safe for several threads.
 */
public final class RecordReader implements Closeable {
    private static final int COLUMNS = 3;

    private final LineReader lines;
    private final Limits limits;
    private long malformed;
    private long firstMalformed;

    /** Reads {@code in}, which {@link #close()} closes. */
    public RecordReader(InputStream in, Limits limits) {
        this.lines = new LineReader(in, limits);
        this.limits = limits;
    }

    /**
     * The next row, or null after the last.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a row or the whole is too long
     */
    public @Nullable RecordRow read() throws IOException {
        RawText line;
        while ((line = lines.readLine()) != null) {
            if (line.isEmpty()) {
                continue;
            }
            List<String> fields = new Row().read(line.latin1());
            if (fields != null && fields.size() <= COLUMNS && !fields.get(0).isEmpty()) {
                return new RecordRow(
                        RawText.ofLatin1(fields.get(0)), column(fields, 1), column(fields, 2), lines.lineNumber());
            }
            if (malformed++ == 0) {
                firstMalformed = lines.lineNumber();
            }
        }
        return null;
    }

    /** How many rows so far have no path, too many columns or a quote that is never closed. */
    public long malformedRows() {
        return malformed;
    }

    /** Number of the line on which the first such row ends, from 1; 0 if there is none. */
    public long firstMalformedLine() {
        return firstMalformed;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static String column(List<String> fields, int index) {
        return fields.size() > index ? fields.get(index).strip() : "";
    }

    /** One row, which ends with its line unless a quote is open. */
    private final class Row {
        private final List<String> fields = new ArrayList<>();
        private final StringBuilder field = new StringBuilder();
        private boolean quoted;

        @Nullable
        List<String> read(String first) throws IOException {
            String line = first;
            long length = 0;
            boolean start = true;
            while (true) {
                length += line.length();
                limits.check(Limits.Name.LINE_BYTES, length, "a row that ends in line " + lines.lineNumber());
                start = readLine(line, start);
                if (!quoted) {
                    fields.add(field.toString());
                    return fields;
                }
                RawText next = lines.readLine();
                if (next == null) {
                    return null;
                }
                field.append('\n');
                line = next.latin1();
            }
        }

        /** Takes a line; {@code start} tells whether it begins a field. Returns whether its end does. */
        private boolean readLine(String line, boolean start) {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (quoted) {
                    if (c != '"') {
                        field.append(c);
                    } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                        field.append(c);
                        i++;
                    } else {
                        quoted = false;
                    }
                } else if (c == ',') {
                    end();
                } else if (c == '"' && start) {
                    quoted = true;
                } else {
                    field.append(c);
                }
                start = !quoted && c == ',';
            }
            return start;
        }

        private void end() {
            // More columns than there can be say only that the row is malformed.
            if (fields.size() <= COLUMNS) {
                fields.add(field.toString());
            }
            field.setLength(0);
        }
    }
}

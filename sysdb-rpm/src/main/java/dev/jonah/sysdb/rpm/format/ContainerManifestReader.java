package dev.jonah.sysdb.rpm.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code container-manifest-2}: a package in each line, ten columns with tabulators between them (name, version and
 * release, installation, build, vendor, epoch, size, architecture, epoch as a number, source package). Not safe for
 * several threads.
 */
public final class ContainerManifestReader implements Closeable {
    private static final int COLUMNS = 10;

    private final LineReader in;
    private long malformed;

    /** Reads {@code in}, which {@link #close()} closes. */
    public ContainerManifestReader(InputStream in, Limits limits) {
        this.in = new LineReader(in, limits);
    }

    /**
     * The next package, or null after the last. Malformed lines are passed over and counted.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line or the whole file is too long
     */
    public @Nullable ContainerManifestRow read() throws IOException {
        String line;
        while ((line = in.readText()) != null) {
            String[] columns = line.split("\t", -1);
            if (columns.length == COLUMNS && !columns[0].isEmpty() && !columns[1].isEmpty()) {
                return new ContainerManifestRow(
                        columns[0],
                        columns[1],
                        number(columns[2]),
                        number(columns[3]),
                        text(columns[4]),
                        number(columns[5]),
                        number(columns[6]),
                        text(columns[7]),
                        text(columns[9]));
            }
            if (!line.isBlank()) {
                malformed++;
            }
        }
        return null;
    }

    /** How many lines so far were malformed. */
    public long malformed() {
        return malformed;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static @Nullable String text(String column) {
        return column.isEmpty() || column.equals("(none)") ? null : column;
    }

    private static @Nullable Long number(String column) {
        return column.matches("\\d{1,18}") ? Long.valueOf(column) : null;
    }
}

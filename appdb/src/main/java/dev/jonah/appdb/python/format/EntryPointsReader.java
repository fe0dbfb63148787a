package dev.jonah.appdb.python.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code entry_points.txt} one by one: sections in brackets, {@code name = target}, comments that begin with {@code
 * #} or {@code ;}. Lines outside a section or without an equals sign are passed over.
 *
 * <p>Not safe for several threads.
 */
public final class EntryPointsReader implements Closeable {
    private final LineReader lines;
    private String group = "";

    /** Reads {@code in}, which {@link #close()} closes. */
    public EntryPointsReader(InputStream in, Limits limits) {
        lines = new LineReader(in, limits);
    }

    /**
     * The next entry point, or null after the last.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line or the whole is too long
     */
    public @Nullable EntryPoint read() throws IOException {
        String line;
        while ((line = lines.readText()) != null) {
            String text = line.strip();
            int equals = text.indexOf('=');
            if (text.startsWith("[") && text.endsWith("]")) {
                group = text.substring(1, text.length() - 1).strip();
            } else if (equals > 0 && !group.isEmpty() && text.charAt(0) != '#' && text.charAt(0) != ';') {
                return new EntryPoint(
                        group,
                        text.substring(0, equals).strip(),
                        text.substring(equals + 1).strip());
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

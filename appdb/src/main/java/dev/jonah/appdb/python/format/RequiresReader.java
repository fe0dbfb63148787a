package dev.jonah.appdb.python.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dependencies in {@code requires.txt} of an egg, one a line, below sections {@code [extra]}, {@code [:marker]}
 * and {@code [extra:marker]}. They are handed over as {@code Requires-Dist} of core metadata writes them, the section being
 * a marker.
 *
 * <p>Not safe for several threads.
 */
public final class RequiresReader implements Closeable {
    private final LineReader lines;
    private String marker = "";

    /** Reads {@code in}, which {@link #close()} closes. */
    public RequiresReader(InputStream in, Limits limits) {
        lines = new LineReader(in, limits);
    }

    /**
     * The next dependency, or null after the last.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line or the whole is too long
     */
    public @Nullable String read() throws IOException {
        String line;
        while ((line = lines.readText()) != null) {
            String text = line.strip();
            if (text.startsWith("[") && text.endsWith("]")) {
                marker = marker(text.substring(1, text.length() - 1));
            } else if (!text.isEmpty() && text.charAt(0) != '#') {
                return marker.isEmpty() ? text : text + "; " + marker;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static String marker(String section) {
        int colon = section.indexOf(':');
        String extra = (colon < 0 ? section : section.substring(0, colon)).strip();
        String condition = colon < 0 ? "" : section.substring(colon + 1).strip();
        String ofExtra = extra.isEmpty() ? "" : "extra == \"" + extra + "\"";
        if (condition.isEmpty() || ofExtra.isEmpty()) {
            return condition + ofExtra;
        }
        return (condition.contains(" or ") ? "(" + condition + ")" : condition) + " and " + ofExtra;
    }
}

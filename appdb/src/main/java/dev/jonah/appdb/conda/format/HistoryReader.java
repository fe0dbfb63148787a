package dev.jonah.appdb.conda.format;

import dev.jonah.appdb.conda.format.HistoryLine.Kind;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads {@code conda-meta/history}, line by line. Not safe for several threads. */
public final class HistoryReader implements Closeable {
    private final LineReader lines;

    /** Reads from {@code in}, which is closed with this. */
    public HistoryReader(InputStream in, Limits limits) {
        lines = new LineReader(in, limits);
    }

    /**
     * The next line that is not blank; null at the end.
     *
     * @throws IOException if the input cannot be read or exceeds a limit
     */
    public @Nullable HistoryLine read() throws IOException {
        String line;
        while ((line = lines.readText()) != null) {
            String text = line.strip();
            if (!text.isEmpty()) {
                return parse(text);
            }
        }
        return null;
    }

    private static HistoryLine parse(String text) {
        if (text.startsWith("==>") && text.endsWith("<==") && text.length() >= 6) {
            return new HistoryLine(
                    Kind.RUN, text.substring(3, text.length() - 3).strip());
        }
        return switch (text.charAt(0)) {
            case '#' -> new HistoryLine(Kind.COMMENT, text.substring(1).strip());
            case '+' -> new HistoryLine(Kind.ADDED, text.substring(1));
            case '-' -> new HistoryLine(Kind.REMOVED, text.substring(1));
            default -> new HistoryLine(Kind.LISTED, text);
        };
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

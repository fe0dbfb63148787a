package com.example.pacman.format;

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
 * Reads {@code desc} and {@code files} of pacman's local database: a line {@code %KEY%}, values one a line, an empty line.
 * A section may have no value; where pacman wrote an empty one, such as that of {@code %URL%}, there are two empty lines.
 * Not safe for several threads.
 *
 * <pre>{@code
 * String section;
 * while ((section = reader.nextSection()) != null) {
 *     RawText value;
 *     while ((value = reader.nextValue()) != null) { … }
 * }
 * }</pre>
 */
public final class SectionReader implements Closeable {
    private static final int MOST_MISPLACED = 100;

    private final LineReader lines;
    private final List<Long> misplaced = new ArrayList<>();
    private boolean inside;

    /** Reads {@code in}, which {@link #close()} closes. */
    public SectionReader(InputStream in, Limits limits) {
        // A carriage return may be part of a file's name.
        lines = LineReader.untilLineFeed(in, limits);
    }

    /**
     * The key of the next section, without its percent signs, or null after the last. Values of the section before it that
     * were not asked for are passed over.
     *
     * @throws IOException if the input cannot be read or is longer than the limits allow
     */
    public @Nullable String nextSection() throws IOException {
        while (nextValue() != null) {
            // passed over
        }
        RawText line;
        while ((line = lines.readLine()) != null) {
            String text = line.latin1();
            if (text.length() > 2 && text.startsWith("%") && text.endsWith("%")) {
                inside = true;
                return line.toString().substring(1, line.toString().length() - 1);
            }
            if (!line.isEmpty() && misplaced.size() < MOST_MISPLACED) {
                misplaced.add(lines.lineNumber());
            }
        }
        return null;
    }

    /** The next value of this section, or null after its last. Errors as for {@link #nextSection()}. */
    public @Nullable RawText nextValue() throws IOException {
        RawText line = inside ? lines.readLine() : null;
        if (line == null || line.isEmpty()) {
            inside = false;
            return null;
        }
        return line;
    }

    /** Numbers of the first lines, from 1, that belong to no section. */
    public List<Long> misplaced() {
        return List.copyOf(misplaced);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

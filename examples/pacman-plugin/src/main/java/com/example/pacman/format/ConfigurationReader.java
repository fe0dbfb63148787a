package com.example.pacman.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file in the format of pacman.conf(5): {@code [section]}, {@code Key = value}, {@code Key}; a number sign begins
 * a line of comment. {@code Include} is handed out like any other key. Not safe for several threads.
 */
public final class ConfigurationReader implements Closeable {
    private final LineReader lines;
    private String section;

    /**
     * A line that is set to something.
     *
     * @param section name of its section, empty before the first
     * @param key the word before the equals sign
     * @param value what follows it, or empty
     * @param line its number from 1 on
     */
    public record Directive(String section, String key, String value, long line) {}

    /**
     * Reads {@code in}, which {@link #close()} closes.
     *
     * @param section the section that the file which includes this one is in, or empty
     */
    public ConfigurationReader(InputStream in, Limits limits, String section) {
        this.lines = new LineReader(in, limits);
        this.section = section;
    }

    /**
     * The next directive, or null after the last.
     *
     * @throws IOException if the input cannot be read or is longer than the limits allow
     */
    public @Nullable Directive read() throws IOException {
        String line;
        while ((line = lines.readText()) != null) {
            String text = line.strip();
            if (text.startsWith("[") && text.endsWith("]")) {
                section = text.substring(1, text.length() - 1);
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                int equals = text.indexOf('=');
                String key = (equals < 0 ? text : text.substring(0, equals)).strip();
                String value = equals < 0 ? "" : text.substring(equals + 1).strip();
                return new Directive(section, key, value, lines.lineNumber());
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

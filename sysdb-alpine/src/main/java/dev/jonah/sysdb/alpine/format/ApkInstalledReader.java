package dev.jonah.sysdb.alpine.format;

import dev.jonah.diagnostic.LimitExceededException;
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
 * Reads {@code lib/apk/db/installed}, the text database of apk 2 and 3, one package at a time: lines of a letter, a colon
 * and a value; a line shorter than two bytes ends a package (apk-package(5), and apk's own reader where that is silent).
 *
 * <p>Malformed lines become {@link ApkPackage#problems()}. Not safe for several threads.
 */
public final class ApkInstalledReader implements Closeable {
    // Lines of three bytes each would take fifty times as much memory as the input is long. With the default limit this
    // allows two million lines; a server with a thousand packages has two hundred thousand.
    private static final int BYTES_PER_LINE = 128;
    private static final String FILE_LINES = "FMRaZ";

    private final LineReader lines;
    private final Limits limits;
    private final long mostLines;
    private final boolean files;
    private @Nullable IOException failure;

    /** Reads {@code in}, which {@link #close()} closes. */
    public ApkInstalledReader(InputStream in, Limits limits) {
        this(in, limits, true);
    }

    private ApkInstalledReader(InputStream in, Limits limits, boolean files) {
        this.files = files;
        this.lines = new LineReader(in, limits);
        this.limits = limits;
        this.mostLines = Math.max(100_000, limits.get(Limits.Name.PARSER_BYTES) / BYTES_PER_LINE);
    }

    /** As the constructor, but passes over directories and files, which are most of the lines. */
    public static ApkInstalledReader withoutFiles(InputStream in, Limits limits) {
        return new ApkInstalledReader(in, limits, false);
    }

    /**
     * The next package, or null after the last. One that the input breaks off in is returned too, and the next call
     * throws.
     *
     * @throws LimitExceededException if a line or the whole is longer than the limits allow
     * @throws IOException if the input cannot be read further
     */
    public @Nullable ApkPackage read() throws IOException {
        if (failure != null) {
            throw failure;
        }
        StanzaBuilder stanza = new StanzaBuilder();
        try {
            while (true) {
                boolean unwanted = !files && FILE_LINES.indexOf(lines.peek()) >= 0;
                RawText line = unwanted ? null : lines.readLine();
                long length = unwanted ? lines.skipLine() : line == null ? -1 : line.length();
                if (lines.lineNumber() > mostLines) {
                    throw new LimitExceededException(
                            Limits.Name.PARSER_BYTES,
                            limits.get(Limits.Name.PARSER_BYTES),
                            "a database of more than " + mostLines + " lines, one for each " + BYTES_PER_LINE
                                    + " bytes,");
                }
                if (line != null && length >= 2) {
                    stanza.add(line, lines.lineNumber());
                } else if (length < 2) {
                    if (length == 1) {
                        stanza.malformed(lines.lineNumber(), "a single byte");
                    }
                    if (length < 0 || !stanza.isEmpty()) {
                        break;
                    }
                }
            }
        } catch (IOException e) {
            failure = e;
            if (stanza.isEmpty()) {
                throw e;
            }
        }
        return stanza.isEmpty() ? null : stanza.build();
    }

    /** All packages of {@code in}, which is not closed. Errors as for {@link #read()}. */
    public static List<ApkPackage> readAll(InputStream in, Limits limits) throws IOException {
        ApkInstalledReader reader = new ApkInstalledReader(in, limits);
        List<ApkPackage> packages = new ArrayList<>();
        ApkPackage next;
        while ((next = reader.read()) != null) {
            packages.add(next);
        }
        return packages;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

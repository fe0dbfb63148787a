package dev.jonah.distro.detect.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of shell-like assignments: os-release(5), {@code /etc/lsb-release}, {@code /etc/openwrt_release}. One
 * assignment a line; lines that begin with {@code #} are comments. As in a shell, quoted and bare pieces that touch are
 * one value, nothing is special in single quotes, a backslash in double quotes escapes only {@code $ " \} and the
 * backtick, and {@code #} after a blank begins a comment. Unlike in a shell nothing is expanded, bare values may hold
 * blanks, and a value ends with its line at the latest. A byte order mark, blanks before the name and {@code export} are
 * passed over.
 *
 * <p>Not safe for several threads.
 */
public final class AssignmentReader implements Closeable {
    private final LineReader lines;
    private long malformed;
    private long firstMalformed;

    /** Reads {@code in}, which {@link #close()} closes. */
    public AssignmentReader(InputStream in, Limits limits) {
        lines = new LineReader(in, limits);
    }

    /**
     * The next assignment, or null after the last; repeated names are handed over as they come.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line or the whole is too long
     */
    public @Nullable Assignment read() throws IOException {
        String line;
        while ((line = lines.readText()) != null) {
            String text = withoutMark(line).stripLeading();
            if (text.isEmpty() || text.charAt(0) == '#') {
                continue;
            }
            if (text.startsWith("export ") || text.startsWith("export\t")) {
                text = text.substring(7).stripLeading();
            }
            int equals = text.indexOf('=');
            String name = equals < 0 ? "" : text.substring(0, equals);
            if (isName(name)) {
                return value(name, text.substring(equals + 1));
            }
            if (malformed++ == 0) {
                firstMalformed = lines.lineNumber();
            }
        }
        return null;
    }

    /** How many lines so far are neither assignment nor comment nor empty. */
    public long malformedLines() {
        return malformed;
    }

    /** Number of the first such line, from 1; 0 if there is none. */
    public long firstMalformedLine() {
        return firstMalformed;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private String withoutMark(String line) {
        return lines.lineNumber() == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_';
            if (!letter && !(i > 0 && c >= '0' && c <= '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private Assignment value(String name, String text) {
        StringBuilder out = new StringBuilder(text.length());
        char quote = 0;
        int kept = 0; // what was quoted or escaped is never trimmed
        boolean dangling = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (quote != 0 && c == quote) {
                quote = 0;
                kept = out.length();
            } else if (c == '\\' && quote != '\'') {
                if (i + 1 == text.length()) {
                    dangling = true;
                } else if (quote == 0 || "$\"\\`".indexOf(text.charAt(i + 1)) >= 0) {
                    out.append(text.charAt(++i));
                    kept = out.length();
                } else {
                    out.append(c);
                }
            } else if (quote == 0 && c == '#' && i > 0 && isBlank(text.charAt(i - 1))) {
                break;
            } else if (quote != 0 || out.length() > 0 || !isBlank(c)) {
                out.append(c);
            }
        }
        int end = out.length();
        while (quote == 0 && end > kept && isBlank(out.charAt(end - 1))) {
            end--;
        }
        return new Assignment(name, out.substring(0, end), lines.lineNumber(), quote == 0 && !dangling);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}

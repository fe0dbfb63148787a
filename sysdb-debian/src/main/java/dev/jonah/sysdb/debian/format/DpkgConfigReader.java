package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.InputStream;

/**
 * Reads the rules {@code path-exclude} and {@code path-include} of {@code /etc/dpkg/dpkg.cfg} and of the files beside it
 * (dpkg.cfg(5)): an option a line, its value after an equals sign or blanks, in quotes or not. Other options are passed
 * over.
 *
 * <p>Stateless.
 */
public final class DpkgConfigReader {
    // Matching takes time by the length of the pattern and of the path.
    private static final int LONGEST_PATTERN = 4096;

    private DpkgConfigReader() {}

    /** Reads {@code in}, which is not closed. */
    public static Reading<PathRule> read(InputStream in, Limits limits) {
        EntryCollector<PathRule> lines = new EntryCollector<>(in, limits);
        RawText line;
        while ((line = lines.next()) != null) {
            String text = line.latin1().stripTrailing();
            boolean include = text.startsWith("path-include");
            if (!include && !text.startsWith("path-exclude")) {
                continue;
            }
            String pattern = value(text.substring("path-include".length()));
            if (pattern.isEmpty() || pattern.length() > LONGEST_PATTERN) {
                lines.notA("a rule for paths", line);
            } else {
                lines.add(new PathRule(include, RawText.ofLatin1(pattern)));
            }
        }
        return lines.reading();
    }

    /** What stands after the name of an option; empty if that is another name or its quotes do not match. */
    private static String value(String rest) {
        if (rest.isEmpty() || rest.charAt(0) != '=' && !Character.isWhitespace(rest.charAt(0))) {
            return "";
        }
        String value = rest.substring(rest.startsWith("=", 1) ? 2 : 1).stripLeading();
        char first = value.isEmpty() ? ' ' : value.charAt(0);
        if (first != '"' && first != '\'') {
            return value;
        }
        boolean closed = value.length() > 1 && value.charAt(value.length() - 1) == first;
        return closed ? value.substring(1, value.length() - 1) : "";
    }
}

package dev.jonah.appdb.node.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the checksums in {@code yarn.lock} of Yarn 2 and newer: of each package the SHA-512 of the archive that Yarn made of
 * it. That file is YAML of one plain form, of which only entries and two of their fields are looked at; the lock file of Yarn 1
 * has no such fields and gives nothing.
 */
public final class YarnLockReader {
    private static final Pattern FIELD = Pattern.compile("  (resolution|checksum): \"?([^\"]*)\"?");
    private static final Pattern CHECKSUM = Pattern.compile("(?:[0-9A-Za-z]{1,16}/)?([0-9a-f]{128})");
    private static final int MOST = 500_000;

    private YarnLockReader() {}

    /**
     * The checksums in hexadecimal by what Yarn calls a package: {@code accepts@npm:1.3.8}; {@code in} is closed.
     *
     * @throws IOException if a line is too long, or there are more than any project has
     */
    public static Map<String, String> read(InputStream in, Limits limits) throws IOException {
        Map<String, String> checksums = new HashMap<>();
        try (LineReader lines = new LineReader(in, limits)) {
            String resolution = null;
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                if (line.isEmpty() || line.charAt(0) != ' ') {
                    resolution = null;
                    continue;
                }
                Matcher field = FIELD.matcher(line);
                if (!field.matches()) {
                    continue;
                }
                if (field.group(1).equals("resolution")) {
                    resolution = field.group(2);
                    continue;
                }
                String checksum = checksum(field.group(2));
                if (resolution != null && checksum != null) {
                    if (checksums.size() == MOST) {
                        throw new IOException("more than " + MOST + " packages");
                    }
                    checksums.put(resolution, checksum);
                }
            }
        }
        return checksums;
    }

    private static @Nullable String checksum(String text) {
        Matcher matcher = CHECKSUM.matcher(text);
        return matcher.matches() ? matcher.group(1) : null;
    }
}

package dev.jonah.declared.golang.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code go.sum}: lines of module, version and checksum (go.dev/ref/mod, "go.sum files"). */
public final class GoSumReader {
    private static final int MOST = 500_000;

    private GoSumReader() {}

    /**
     * The checksum of each module's files, by {@code module version}; those of {@code go.mod} files and lines of another form
     * are left out; {@code in} is closed.
     *
     * @throws IOException if it cannot be read, or not within the limits
     */
    public static Map<String, String> read(InputStream in, Limits limits) throws IOException {
        Map<String, String> sums = new HashMap<>();
        try (LineReader lines = new LineReader(in, limits)) {
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                String[] words = line.strip().split(" +");
                if (words.length == 3 && !words[1].endsWith("/go.mod") && sums.size() < MOST) {
                    sums.putIfAbsent(words[0] + " " + words[1], words[2]);
                }
            }
        }
        return sums;
    }
}

package dev.jonah.appdb.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which files Python installs below {@code lib/pythonX.Y} and {@code include/pythonX.Y}, by version, as its own installation
 * leaves them. The list was made of 2.7 and 3.6 to 3.13, and completed for 3.14; a newer version is taken to have what the
 * newest known one has, an older one what the oldest has.
 */
final class StandardLibrary {
    private static final int OLDEST = 6;
    /** Version 2.7, below those of Python 3. */
    private static final int TWO = 2;

    private final Map<String, int[]> versions = new HashMap<>();

    private StandardLibrary() {
        String name = "standard-library.txt";
        try (InputStream in = Objects.requireNonNull(StandardLibrary.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                int space = line.lastIndexOf(' ');
                int hyphen = line.indexOf('-', space);
                String last = line.substring(hyphen + 1);
                versions.put(line.substring(0, space), new int[] {
                    Integer.parseInt(line.substring(space + 1, hyphen)),
                    last.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(last)
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Loaded {
        private static final StandardLibrary ONCE = new StandardLibrary();
    }

    /** The list; read at the first call. */
    static StandardLibrary list() {
        return Loaded.ONCE;
    }

    /**
     * Whether Python of this version ({@code 3.11}) has this file.
     *
     * @param path {@code lib/os.py}, {@code lib/lib-dynload/_bisect}, {@code include/Python.h}
     */
    boolean has(String version, String path) {
        int[] range = versions.get(path);
        int dot = version.indexOf('.');
        int number = version.startsWith("2.") ? TWO : Math.max(OLDEST, Integer.parseInt(version.substring(dot + 1)));
        return range != null && number >= range[0] && number <= range[1];
    }
}

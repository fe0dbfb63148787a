package dev.jonah.appdb.python.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code patchlevel.h}, the header that states the version of Python. */
public final class PatchLevel {
    private static final Pattern VERSION =
            Pattern.compile("\\s*#\\s*define\\s+PY_VERSION\\s+\"(\\d{1,3}\\.\\d{1,3}(?:[.+a-z0-9]{0,20}))\".*");

    private PatchLevel() {}

    /**
     * The value of {@code PY_VERSION}: {@code 3.11.7}, {@code 3.13.0rc1}, {@code 3.12.1+}; null if there is none. {@code in}
     * is closed.
     *
     * @throws IOException if it cannot be read or exceeds a limit
     */
    public static @Nullable String version(InputStream in, Limits limits) throws IOException {
        try (LineReader lines = new LineReader(in, limits)) {
            String line;
            while ((line = lines.readText()) != null) {
                Matcher version = VERSION.matcher(line);
                if (version.matches()) {
                    return version.group(1);
                }
            }
        }
        return null;
    }
}

package dev.jonah.appdb.java.format;

import dev.jonah.support.LineReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code release} file of a Java runtime: lines of {@code KEY="value"}, as {@code jlink} and the build of OpenJDK write
 * them.
 *
 * @param values by key; the first of a repeated key
 */
public record JavaRelease(Map<String, String> values) {
    private static final int MOST = 1000;

    /** Copies the map. */
    public JavaRelease {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Reads at most a thousand lines; others than {@code KEY=value} are passed over. */
    public static JavaRelease read(LineReader lines) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        String line;
        for (int i = 0; i < MOST && (line = lines.readText()) != null; i++) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                String value = line.substring(equals + 1).strip();
                boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                values.putIfAbsent(
                        line.substring(0, equals).strip(), quoted ? value.substring(1, value.length() - 1) : value);
            }
        }
        return new JavaRelease(values);
    }

    /** A value, or null if it is absent or empty. */
    public @Nullable String get(String key) {
        String value = values.get(key);
        return value == null || value.isEmpty() ? null : value;
    }

    /**
     * The version: that of the runtime, which has the build number; else the full one, if it is of the same release as the
     * plain one; else the plain one. Null if this is no runtime's file.
     */
    public @Nullable String version() {
        String runtime = get("JAVA_RUNTIME_VERSION");
        String plain = get("JAVA_VERSION");
        String full = get("FULL_VERSION");
        if (runtime != null) {
            return runtime;
        }
        return full != null && plain != null && full.startsWith(major(plain)) ? full : plain;
    }

    private static String major(String version) {
        int end = version.startsWith("1.") ? version.indexOf('.', 2) : version.indexOf('.');
        return end < 0 ? version : version.substring(0, end);
    }
}

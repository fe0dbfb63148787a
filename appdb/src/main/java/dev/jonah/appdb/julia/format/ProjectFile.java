package dev.jonah.appdb.julia.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code Project.toml} of a package says. Of TOML only what such files are made of is read: texts on a line of their
 * own, at the top and below {@code [deps]} and {@code [compat]}.
 *
 * @param name of the package, or null
 * @param uuid that tells packages of one name apart, or null
 * @param version or null
 * @param dependencies what it needs by name, with the versions that it is compatible with; empty where none are told
 */
public record ProjectFile(
        @Nullable String name,
        @Nullable String uuid,
        @Nullable String version,
        Map<String, String> dependencies) {
    private static final Pattern HEADER = Pattern.compile("\\[([A-Za-z0-9_.\"-]{1,200})]\\s*(#.*)?");
    private static final Pattern TEXT =
            Pattern.compile("([A-Za-z0-9_-]{1,200})\\s*=\\s*\"([^\"\\\\]{0,1000})\"\\s*(#.*)?");
    private static final int LONGEST_LINE = 4000;
    private static final int MOST = 100_000;

    /** Copies the map. */
    public ProjectFile {
        dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(dependencies));
    }

    /**
     * Reads one file; {@code in} is closed.
     *
     * @throws IOException if it cannot be read, or is larger than the limits allow
     */
    public static ProjectFile read(InputStream in, Limits limits) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        String table = "";
        try (LineReader lines = new LineReader(in, limits)) {
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                String text = line.length() > LONGEST_LINE ? "" : line.strip();
                Matcher header = HEADER.matcher(text);
                Matcher value = TEXT.matcher(text);
                if (header.matches()) {
                    table = header.group(1) + "/";
                } else if (text.startsWith("[")) {
                    table = "?/";
                } else if (value.matches() && texts.size() < MOST) {
                    texts.putIfAbsent(table + value.group(1), value.group(2));
                }
            }
        }
        Map<String, String> dependencies = new LinkedHashMap<>();
        texts.forEach((key, uuid) -> {
            if (key.startsWith("deps/")) {
                String needed = key.substring("deps/".length());
                dependencies.put(needed, texts.getOrDefault("compat/" + needed, ""));
            }
        });
        return new ProjectFile(texts.get("name"), texts.get("uuid"), texts.get("version"), dependencies);
    }
}

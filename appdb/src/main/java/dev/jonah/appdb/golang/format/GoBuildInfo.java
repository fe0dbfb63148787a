package dev.jonah.appdb.golang.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Build information, parsed ({@code runtime/debug.BuildInfo} of Go).
 *
 * @param goVersion as the toolchain calls itself: {@code go1.22.1}, {@code devel +hash …}
 * @param path import path of the main package; empty where only the version is known
 * @param main module of the main package, or null if it belongs to none, as the toolchain's own programs
 * @param dependencies the other modules, in order
 * @param settings how it was built, by key: {@code -ldflags}, {@code vcs.revision}, {@code GOARCH}; in order
 */
public record GoBuildInfo(
        String goVersion,
        String path,
        @Nullable GoModule main,
        List<GoModule> dependencies,
        Map<String, String> settings) {
    /** Copies list and map. */
    public GoBuildInfo {
        dependencies = List.copyOf(dependencies);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** Parses the lines of module information, without the sentinels around them; unknown lines are passed over. */
    public static GoBuildInfo parse(String goVersion, String lines) {
        String path = "";
        GoModule main = null;
        List<GoModule> dependencies = new ArrayList<>();
        Map<String, String> settings = new LinkedHashMap<>();
        boolean mainIsLast = false;
        for (String line : lines.split("\n")) {
            String[] fields = line.split("\t", -1);
            switch (fields[0]) {
                case "path" -> path = field(fields, 1);
                case "mod" -> {
                    main = module(fields);
                    mainIsLast = true;
                }
                case "dep" -> {
                    dependencies.add(module(fields));
                    mainIsLast = false;
                }
                case "=>" -> {
                    GoModule replacement = module(fields);
                    if (replacement.path().isEmpty()) {
                        continue;
                    }
                    if (mainIsLast && main != null) {
                        main = replaced(main, replacement);
                    } else if (!dependencies.isEmpty()) {
                        dependencies.add(replaced(dependencies.remove(dependencies.size() - 1), replacement));
                    }
                }
                case "build" -> setting(line.substring("build".length()).strip(), settings);
                default -> {
                    // A kind of line that a newer Go writes.
                }
            }
        }
        return new GoBuildInfo(goVersion, path, main, dependencies, settings);
    }

    private static void setting(String text, Map<String, String> settings) {
        int keyEnd = text.startsWith("\"") || text.startsWith("`") ? GoQuoting.end(text) : text.indexOf('=');
        if (keyEnd > 0 && keyEnd < text.length() && text.charAt(keyEnd) == '=') {
            settings.putIfAbsent(
                    GoQuoting.unquote(text.substring(0, keyEnd)), GoQuoting.unquote(text.substring(keyEnd + 1)));
        }
    }

    private static GoModule module(String[] fields) {
        return new GoModule(field(fields, 1), field(fields, 2), field(fields, 3), null);
    }

    private static GoModule replaced(GoModule module, GoModule replacement) {
        return new GoModule(module.path(), module.version(), module.sum(), replacement);
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? fields[index] : "";
    }
}

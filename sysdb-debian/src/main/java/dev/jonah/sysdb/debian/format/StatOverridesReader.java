package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code /var/lib/dpkg/statoverride}: user, group, mode in octal digits, and the path, which is the rest of the line.
 * dpkg refuses two overrides of one path; here that is a problem, and both are kept.
 *
 * <p>Stateless.
 */
public final class StatOverridesReader {
    private StatOverridesReader() {}

    /** Reads {@code in}, which is not closed. */
    public static Reading<StatOverride> read(InputStream in, Limits limits) {
        EntryCollector<StatOverride> lines = new EntryCollector<>(in, limits);
        Set<RawText> paths = new HashSet<>();
        RawText line;
        while ((line = lines.next()) != null) {
            StatOverride override = parse(line.latin1());
            if (override == null) {
                lines.notA("an override of owner and mode", line);
                continue;
            }
            lines.add(override);
            if (!paths.add(override.path())) {
                String path = Problem.brief(override.path().toString());
                lines.problem(new Problem(lines.number(), "a second override of " + path));
            }
        }
        return lines.reading();
    }

    private static @Nullable StatOverride parse(String line) {
        String[] words = line.split(" ", 4);
        Integer mode = words.length < 4 ? null : octal(words[2]);
        if (mode == null || !words[3].startsWith("/") || isBad(words[0]) || isBad(words[1])) {
            return null;
        }
        RawText path = Paths.withoutTrailingSlash(RawText.ofLatin1(words[3]));
        return new StatOverride(words[0], words[1], mode, path);
    }

    private static boolean isBad(String word) {
        return word.isEmpty() || word.startsWith("#") && StatOverride.number(word) == null;
    }

    private static @Nullable Integer octal(String text) {
        try {
            int mode = Integer.parseInt(text, 8);
            return mode >= 0 && mode <= 07777 ? mode : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

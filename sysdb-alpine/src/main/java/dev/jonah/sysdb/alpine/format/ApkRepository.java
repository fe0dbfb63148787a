package dev.jonah.sysdb.alpine.format;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code etc/apk/repositories} or of a {@code .list} file in {@code etc/apk/repositories.d}:
 * {@code [@tag] [ndx|v2|v3] url [component…]} (apk-repositories(5)).
 *
 * @param text the line without blanks around it
 * @param tag repository tag without its {@code @}, or null
 * @param type how the repository is laid out, or {@code set} for a definition of a variable; null where none is named
 * @param url URL or absolute directory, possibly with {@code ${variables}}; for {@code set} the first word after it
 * @param components further words, in order
 */
public record ApkRepository(
        String text, @Nullable String tag, @Nullable String type, String url, List<String> components) {
    private static final Set<String> TYPES = Set.of("ndx", "v2", "v3", "set");

    /** Copies the list. */
    public ApkRepository {
        components = List.copyOf(components);
    }

    /** The repository of a line that is neither empty nor a comment; null if it names no URL. */
    public static @Nullable ApkRepository parse(String line) {
        String text = line.strip();
        String[] words = text.split("\\s+");
        int next = 0;
        String tag = words[next].startsWith("@") ? words[next++].substring(1) : null;
        String type = next < words.length && TYPES.contains(words[next]) ? words[next++] : null;
        if (next >= words.length || words[next].isEmpty() || tag != null && tag.isEmpty()) {
            return null;
        }
        List<String> components = Arrays.asList(words).subList(next + 1, words.length);
        return new ApkRepository(text, tag, type, words[next], components);
    }

    /** Whether the URL has a form that apk can fetch from: http, https, ftp or file, or an absolute directory. */
    public boolean isFetchable() {
        return "set".equals(type)
                || url.matches("(?:https?|ftp)://[^/\\s]+(?:/\\S*)?|(?:file:(?://)?)?/\\S*|\\$\\{\\w+}\\S*");
    }
}

package dev.jonah.appdb.python.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Requires-Dist} field or a line of {@code requires.txt} asks for (packaging.python.org, "Dependency
 * specifiers"), as far as it says which distribution and when.
 *
 * @param name as written
 * @param marker the condition behind the semicolon, or empty
 */
public record Requirement(String name, String marker) {
    /** Of a field; null if it begins with no name. */
    public static @Nullable Requirement parse(String field) {
        int end = 0;
        while (end < field.length() && isOfName(field.charAt(end))) {
            end++;
        }
        String name = field.substring(0, end);
        if (name.isEmpty()) {
            return null;
        }
        // A URL ("name @ https://…") may hold semicolons; the one before a marker has a space before it.
        String rest = field.substring(end);
        boolean url = rest.stripLeading().startsWith("@");
        int semicolon = url ? rest.indexOf(" ;") : rest.indexOf(';');
        return new Requirement(
                name,
                semicolon < 0 ? "" : rest.substring(semicolon + (url ? 2 : 1)).strip());
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }

    /** A name as all its spellings have it in common ("Names and normalization"). */
    public static String normalise(String name) {
        StringBuilder out = new StringBuilder();
        boolean separator = false;
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean next = c == '.' || c == '_' || c == '-';
            if (!next) {
                out.append(c);
            } else if (!separator) {
                out.append('-');
            }
            separator = next;
        }
        return out.toString();
    }
}

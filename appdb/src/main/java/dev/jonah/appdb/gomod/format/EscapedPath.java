package dev.jonah.appdb.gomod.format;

import org.jspecify.annotations.Nullable;

/**
 * Module paths and versions as file names, which some file systems do not tell apart by case: each capital letter is an
 * exclamation mark and the small letter (golang.org/x/mod/module, "Escaped Paths").
 */
public final class EscapedPath {
    private EscapedPath() {}

    /** What is meant; null if this is no such name. */
    public static @Nullable String decode(String escaped) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return null;
            }
            if (c == '!') {
                i++;
                if (i == escaped.length() || escaped.charAt(i) < 'a' || escaped.charAt(i) > 'z') {
                    return null;
                }
                out.append((char) (escaped.charAt(i) - 'a' + 'A'));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}

package dev.jonah.sysdb.rpm.format;

import org.jspecify.annotations.Nullable;

/**
 * The source package that a package was built from.
 *
 * @param name its name
 * @param version version and release, with the epoch before them where it is recorded; or null
 */
public record RpmSource(String name, @Nullable String version) {
    private static final String[] SUFFIXES = {".nosrc.rpm", ".src.rpm"};

    /** Reads {@code bash-5.1.8-1.src.rpm}, which tells no epoch; null if it is empty or {@code (none)}. */
    public static @Nullable RpmSource ofFileName(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (String suffix : SUFFIXES) {
            if (text.endsWith(suffix)) {
                return ofName(text.substring(0, text.length() - suffix.length()));
            }
        }
        return ofName(text);
    }

    /** Reads {@code bash-0:5.1.8-1}; null if it is empty or {@code (none)}. */
    public static @Nullable RpmSource ofName(@Nullable String text) {
        if (text == null || text.isEmpty() || text.equals("(none)")) {
            return null;
        }
        int release = text.lastIndexOf('-');
        int version = release < 0 ? -1 : text.lastIndexOf('-', release - 1);
        return version <= 0
                ? new RpmSource(text, null)
                : new RpmSource(text.substring(0, version), text.substring(version + 1));
    }
}

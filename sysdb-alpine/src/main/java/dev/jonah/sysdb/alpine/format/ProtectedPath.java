package dev.jonah.sysdb.alpine.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a {@code .list} file in {@code etc/apk/protected_paths.d} (apk-protected_paths(5)).
 *
 * @param mode what it does
 * @param parts globs for the parts of a path from the root down, one character per byte
 * @param text the rule as written
 */
public record ProtectedPath(Mode mode, List<String> parts, String text) {
    /** What a rule does with the paths that it names. */
    public enum Mode {
        /** {@code +} or no symbol: files whose content was changed are kept. */
        CHANGED,
        /** {@code -}: not protected. */
        IGNORE,
        /** {@code @}: symbolic links that were changed are kept. */
        SYMLINKS,
        /** {@code !}: everything is kept. */
        ALL
    }

    /** Copies the list. */
    public ProtectedPath {
        parts = List.copyOf(parts);
    }

    /** Reads a line of bytes, one character each; null if it is empty or a comment. */
    public static @Nullable ProtectedPath parse(String line) {
        if (line.isEmpty() || line.charAt(0) == '#') {
            return null;
        }
        Mode mode = switch (line.charAt(0)) {
            case '-' -> Mode.IGNORE;
            case '@' -> Mode.SYMLINKS;
            case '!' -> Mode.ALL;
            default -> Mode.CHANGED;
        };
        boolean symbol = mode != Mode.CHANGED || line.charAt(0) == '+';
        int start = symbol ? 1 : 0;
        int end = line.length();
        while (start < end && line.charAt(start) == '/') {
            start++;
        }
        while (end > start && line.charAt(end - 1) == '/') {
            end--;
        }
        return new ProtectedPath(mode, List.of(line.substring(start, end).split("/", -1)), line);
    }
}

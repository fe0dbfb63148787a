package dev.jonah.sysdb.alpine;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The assignments of an os-release(5) file.
 *
 * @param values unquoted values by name; empty if there is no such file
 * @param wellFormed whether every line is an assignment
 */
record OsRelease(Map<String, String> values, boolean wellFormed) {
    static final OsRelease NONE = new OsRelease(Map.of(), false);

    /** Reads {@code etc/os-release} or {@code usr/lib/os-release} below a root; {@link #NONE} if there is neither. */
    static OsRelease below(ImagePath root, FileTree tree, Limits limits) throws IOException {
        for (String place : new String[] {"etc/os-release", "usr/lib/os-release"}) {
            FileEntry file = tree.resolveFile(root.resolve(place)).orElse(null);
            if (file != null) {
                return read(file, limits);
            }
        }
        return NONE;
    }

    static OsRelease read(FileEntry file, Limits limits) throws IOException {
        String text = Texts.small(file, limits);
        if (text == null) {
            return NONE;
        }
        Map<String, String> values = new LinkedHashMap<>();
        boolean wellFormed = true;
        for (String line : text.split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), unquote(line.substring(equals + 1)));
            } else {
                wellFormed &= line.isEmpty();
            }
        }
        return new OsRelease(values, wellFormed);
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    private static String unquote(String value) {
        boolean quoted = value.length() >= 2
                && (value.startsWith("\"") && value.endsWith("\"") || value.startsWith("'") && value.endsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}

package dev.jonah.appdb.php.format;

import dev.jonah.value.RawText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The comment in which a plugin or theme of WordPress describes itself (developer.wordpress.org, Header Requirements). As
 * WordPress does, it is looked for in the first 8 KiB, on lines of their own whatever marks comments there.
 *
 * @param fields texts by name in lower case, the first of each name
 */
public record WordPressHeader(Map<String, String> fields) {
    /** How much of a file is looked at. */
    public static final int LENGTH = 8192;

    private static final int LONGEST_NAME = 40;

    /** Copies the map. */
    public WordPressHeader {
        fields = Map.copyOf(fields);
    }

    /** The fields in the start of a file; there may be none. */
    public static WordPressHeader read(byte[] start) {
        Map<String, String> fields = new LinkedHashMap<>();
        String text = RawText.of(start, 0, Math.min(start.length, LENGTH)).latin1();
        for (String line : text.split("[\r\n]+")) {
            int begin = 0;
            while (begin < line.length() && " \t/*#@".indexOf(line.charAt(begin)) >= 0
                    || line.startsWith("<?php", begin)) {
                begin += line.startsWith("<?php", begin) ? 5 : 1;
            }
            int colon = line.indexOf(':', begin);
            if (colon < 0 || colon - begin > LONGEST_NAME) {
                continue;
            }
            String value = RawText.ofLatin1(line.substring(colon + 1)).toString();
            int end = value.indexOf("*/");
            int tag = value.indexOf("?>");
            value = end >= 0 ? value.substring(0, end) : tag >= 0 ? value.substring(0, tag) : value;
            if (!value.isBlank()) {
                fields.putIfAbsent(line.substring(begin, colon).toLowerCase(Locale.ROOT), value.strip());
            }
        }
        return new WordPressHeader(fields);
    }

    /** A field by its name in lower case, or null. */
    public @Nullable String get(String name) {
        return fields.get(name);
    }
}

package dev.jonah.appdb.perl.format;

import dev.jonah.value.RawText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line of a {@code .packlist} (perldoc, ExtUtils::Packlist).
 *
 * @param path as written, absolute but for oddities
 * @param attributes such as {@code type}, {@code from} and {@code relocate_as}, in order; mostly empty
 */
public record PacklistEntry(RawText path, Map<String, String> attributes) {
    /** Copies the map. */
    public PacklistEntry {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}

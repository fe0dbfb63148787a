package dev.jonah.appdb.ruby.format;

import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a specification assigns; the last value of a name counts. */
final class GemFields {
    private final Map<String, @Nullable Object> values = new HashMap<>();

    /** A value as {@link RubyValues} has it. */
    void put(String name, @Nullable Object value) {
        values.put(name, value);
    }

    /** The specification that these make. */
    GemSpecification build(List<GemDependency> dependencies, int foreignLine) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (values.get("metadata") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> metadata.put(String.valueOf(name), String.valueOf(value)));
        }
        List<String> licenses = texts(list(values.get("licenses")));
        List<String> authors = texts(list(values.get("authors")));
        return new GemSpecification(
                text("name"),
                text("version"),
                platform(),
                values.containsKey("require_paths") ? raw("require_paths") : null,
                authors.isEmpty() ? texts(list(values.get("author"))) : authors,
                text("homepage"),
                licenses.isEmpty() ? texts(list(values.get("license"))) : licenses,
                text("summary"),
                text("description"),
                values.get("bindir") instanceof RawText bindir ? bindir : null,
                raw("executables"),
                raw("extensions"),
                raw("files"),
                metadata,
                dependencies,
                text("installed_by_version"),
                foreignLine);
    }

    /** A list names processor, system and version, of which the last ones may be nil. */
    private String platform() {
        List<String> parts = texts(list(values.get("platform")));
        return parts.isEmpty() ? GemSpecification.ANY_PLATFORM : String.join("-", parts);
    }

    private @Nullable String text(String name) {
        return values.get(name) instanceof RawText value && !value.isEmpty() ? value.toString() : null;
    }

    private List<RawText> raw(String name) {
        List<RawText> found = new ArrayList<>();
        for (Object each : list(values.get(name))) {
            if (each instanceof RawText value) {
                found.add(value);
            }
        }
        return found;
    }

    /** The texts among these values. */
    static List<String> texts(List<@Nullable Object> values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof RawText text) {
                texts.add(text.toString());
            }
        }
        return texts;
    }

    /** One value counts as a list of it, as RubyGems reads it. */
    static List<@Nullable Object> list(@Nullable Object value) {
        List<@Nullable Object> values = new ArrayList<>();
        if (value instanceof List<?> list) {
            values.addAll(list);
        } else if (value != null) {
            values.add(value);
        }
        return values;
    }
}

package dev.jonah.appdb.java.format;

import org.jspecify.annotations.Nullable;

/**
 * What Maven calls a project by. Null where it is not stated, or stated as a placeholder.
 *
 * @param group groupId
 * @param artifact artifactId
 * @param version version
 */
public record Coordinates(
        @Nullable String group,
        @Nullable String artifact,
        @Nullable String version) {
    /** Makes empty values and placeholders null. */
    public Coordinates {
        group = stated(group);
        artifact = stated(artifact);
        version = stated(version);
    }

    /** Whether nothing is missing. */
    public boolean isComplete() {
        return group != null && artifact != null && version != null;
    }

    private static @Nullable String stated(@Nullable String value) {
        String text = value == null ? "" : value.strip();
        return text.isEmpty() || Placeholders.isOne(text) ? null : text;
    }
}

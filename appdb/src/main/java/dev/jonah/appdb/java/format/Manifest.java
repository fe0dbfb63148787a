package dev.jonah.appdb.java.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The main section of a {@code META-INF/MANIFEST.MF} (JAR file specification).
 *
 * @param attributes in their order; repeated ones stay
 */
public record Manifest(List<Attribute> attributes) {
    /** Without attributes. */
    public static final Manifest EMPTY = new Manifest(List.of());

    /**
     * One attribute, its folded lines joined.
     *
     * @param name as written
     * @param value without the space before it
     */
    public record Attribute(String name, String value) {}

    /** Copies the list. */
    public Manifest {
        attributes = List.copyOf(attributes);
    }

    /** The value of an attribute in any case of letters, of the last one as Java has it; null if absent or empty. */
    public @Nullable String get(String name) {
        String found = null;
        for (Attribute attribute : attributes) {
            if (attribute.name().equalsIgnoreCase(name)) {
                found = attribute.value().strip();
            }
        }
        return found == null || found.isEmpty() ? null : found;
    }

    /** As {@link #get}, but null for what a build tool should have replaced and did not: {@code ${name}}, {@code %name}. */
    public @Nullable String stated(String name) {
        String value = get(name);
        return value == null || Placeholders.isOne(value) ? null : value;
    }
}

package dev.jonah.appdb.java.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one {@code pom.xml} says itself. Nothing is looked up in its parent; group and version come from the parent's
 * coordinates where Maven takes them from there.
 *
 * @param coordinates of the project
 * @param parent coordinates of the parent, or null
 * @param name for people, or null
 * @param description or null
 * @param url homepage, or null
 * @param scm where the sources are, or null
 * @param licenses names, or URLs where there is no name
 * @param dependencies as written: {@code group:artifact:version (scope)}, with what is missing left out
 */
public record Pom(
        Coordinates coordinates,
        @Nullable Coordinates parent,
        @Nullable String name,
        @Nullable String description,
        @Nullable String url,
        @Nullable String scm,
        List<String> licenses,
        List<String> dependencies) {
    /** Copies the lists. */
    public Pom {
        licenses = List.copyOf(licenses);
        dependencies = List.copyOf(dependencies);
    }
}

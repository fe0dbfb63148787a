package dev.jonah.declared.sbom.format;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bill of materials. Immutable.
 *
 * @param format {@code CycloneDX} or {@code SPDX}
 * @param version of the format, {@code 1.5}; or null
 * @param name of the document, or null
 * @param created when, as written; or null
 * @param tools what made it, each with its version where that is told
 * @param authors people and organisations
 * @param components in the order of the file, nested ones behind those that they stand in, the described one first where it
 *     stands apart
 * @param roots references of what the document describes
 * @param dependencies references of what each component needs, by its reference
 */
public record Bom(
        String format,
        @Nullable String version,
        @Nullable String name,
        @Nullable String created,
        List<String> tools,
        List<String> authors,
        List<Component> components,
        Set<String> roots,
        Map<String, List<String>> dependencies) {
    /** Copies lists, set and map. */
    public Bom {
        tools = List.copyOf(tools);
        authors = List.copyOf(authors);
        components = List.copyOf(components);
        roots = Set.copyOf(roots);
        dependencies = Map.copyOf(dependencies);
    }
}

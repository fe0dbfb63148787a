package dev.jonah.declared.sbom.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects a bill of materials while it is read. */
final class BomBuilder {
    private static final int MOST_COMPONENTS = 500_000;
    private static final int MOST_NAMES = 1000;
    private static final int MOST_DEPENDENCIES = 2_000_000;

    final List<String> tools = new ArrayList<>();
    final List<String> authors = new ArrayList<>();
    final Set<String> roots = new HashSet<>();

    @Nullable
    String format;

    @Nullable
    String version;

    @Nullable
    String name;

    @Nullable
    String created;

    private final List<Component> components = new ArrayList<>();
    private final Map<String, List<String>> dependencies = new HashMap<>();
    private int dependencyCount;

    void add(Component component) throws IOException {
        if (components.size() == MOST_COMPONENTS) {
            throw new IOException("it has more than " + MOST_COMPONENTS + " components");
        }
        components.add(component);
    }

    /** The component that the document describes comes first. */
    void addFirst(Component component) {
        components.add(0, component);
    }

    void depends(@Nullable String from, @Nullable String to) throws IOException {
        if (from == null || to == null) {
            return;
        }
        if (dependencyCount++ == MOST_DEPENDENCIES) {
            throw new IOException("it has more than " + MOST_DEPENDENCIES + " dependencies");
        }
        dependencies.computeIfAbsent(from, key -> new ArrayList<>(2)).add(to);
    }

    /** What was collected; null if nothing said that it is a bill of materials. */
    @Nullable
    Bom build() {
        Map<String, List<String>> copies = new HashMap<>();
        dependencies.forEach((from, to) -> copies.put(from, List.copyOf(to)));
        return format == null
                ? null
                : new Bom(format, version, name, created, tools, authors, components, roots, copies);
    }

    /** Adds a name or licence; one that is there already is not added again. */
    static void addIfPresent(List<String> list, @Nullable String text) {
        if (text != null && !text.isBlank() && !list.contains(text.strip()) && list.size() < MOST_NAMES) {
            list.add(text.strip());
        }
    }
}

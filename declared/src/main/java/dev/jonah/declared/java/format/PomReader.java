package dev.jonah.declared.java.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.XmlDocument;
import dev.jonah.declared.format.XmlElement;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the direct dependencies of a {@code pom.xml} (Maven model 4.0.0). Versions come from the file alone: its properties
 * and what it manages. A parent or an imported list may say more; what only they know stays unknown.
 */
public final class PomReader {
    private static final int MOST_STEPS = 20;

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> managed = new HashMap<>();
    private final List<XmlElement> dependencies = new ArrayList<>();

    private PomReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        PomReader reader = new PomReader();
        Set<String> walked = Set.of("project/dependencies", "project/dependencyManagement");
        try {
            XmlDocument.read(in, limits, "project", walked, reader::part);
        } finally {
            reader.dependencies.forEach(dependency -> reader.hand(dependency, out));
        }
    }

    private void part(String parents, XmlElement element) {
        if (parents.equals("project/dependencies")) {
            dependencies.add(element);
        } else if (parents.equals("project/dependencyManagement")
                && element.name().equals("dependencies")) {
            element.children().forEach(this::manage);
        } else if (element.name().equals("properties")) {
            element.children().forEach(property -> properties.put(property.name(), property.text()));
        } else if (element.name().equals("parent")) {
            element.children().forEach(field -> own(field, "project.parent."));
            element.children().forEach(field -> properties.putIfAbsent("project." + field.name(), field.text()));
        } else {
            own(element, "project.");
        }
    }

    private void own(XmlElement field, String prefix) {
        if (field.children().isEmpty()
                && Set.of("groupId", "artifactId", "version").contains(field.name())) {
            properties.put(prefix + field.name(), field.text());
        }
    }

    private void manage(XmlElement dependency) {
        String version = dependency.text("version");
        if (version != null) {
            managed.putIfAbsent(key(dependency), version);
        }
    }

    private static String key(XmlElement dependency) {
        return dependency.text("groupId") + ":" + dependency.text("artifactId") + ":" + type(dependency) + ":"
                + dependency.text("classifier");
    }

    private static String type(XmlElement dependency) {
        String type = dependency.text("type");
        return type == null ? "jar" : type;
    }

    private void hand(XmlElement dependency, Findings out) {
        String group = filled(dependency.text("groupId"));
        String artifact = filled(dependency.text("artifactId"));
        if (group == null || artifact == null) {
            out.unread("the dependency " + dependency.text("groupId") + ":" + dependency.text("artifactId"));
            return;
        }
        String own = dependency.text("version");
        String written = own == null ? managed.get(key(dependency)) : own;
        String version = filled(written);
        boolean range = version != null && (version.startsWith("[") || version.startsWith("("));
        String type = type(dependency);
        String scope = dependency.text("scope");
        out.declared(Declaration.of(group + ":" + artifact)
                .version(range ? null : version)
                .constraint(range ? version : version == null ? written : null)
                .scope("compile".equals(scope) ? null : scope)
                .scope("optional", "true".equals(dependency.text("optional")))
                .qualifier("classifier", filled(dependency.text("classifier")))
                .qualifier("type", type.equals("jar") ? null : filled(type)));
    }

    /** The text with its placeholders filled in; null if one of them is not known here. */
    private @Nullable String filled(@Nullable String text) {
        String filled = text;
        for (int step = 0; filled != null && step < MOST_STEPS; step++) {
            int start = filled.indexOf("${");
            int end = filled.indexOf('}', Math.max(start, 0));
            if (start < 0) {
                return filled;
            }
            String value = end < 0 ? null : property(filled.substring(start + 2, end));
            filled = value == null || filled.length() > 1000
                    ? null
                    : filled.substring(0, start) + value + filled.substring(end + 1);
        }
        return null;
    }

    private @Nullable String property(String name) {
        // Before Maven 3 "pom." was another word for "project.", or nothing at all.
        String modern = name.startsWith("pom.") ? "project." + name.substring(4) : name;
        String value = properties.get(modern);
        return value == null || value.isEmpty() ? properties.get("project." + modern) : value;
    }
}

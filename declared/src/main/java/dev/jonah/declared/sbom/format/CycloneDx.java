package dev.jonah.declared.sbom.format;

import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What JSON of CycloneDX 1.2 to 1.7 says (cyclonedx.org, "JSON Reference"). */
final class CycloneDx {
    private static final int DEEPEST = 100;

    private final BomBuilder bom;

    CycloneDx(BomBuilder bom) {
        this.bom = bom;
    }

    Outline outline(Outline outline) {
        return outline.whole(this::format, "bomFormat")
                .whole(this::version, "specVersion")
                .whole(this::metadata, "metadata")
                .each((key, component) -> component(component, null, 0), "components")
                .each((key, dependency) -> dependency(dependency), "dependencies");
    }

    private void format(Value value) {
        if ("CycloneDX".equals(value.text())) {
            bom.format = "CycloneDX";
        }
    }

    private void version(Value value) {
        bom.version = value.text();
    }

    void metadata(Value metadata) throws IOException {
        bom.created = metadata.text("timestamp");
        Value tools = metadata.get("tools");
        // A list up to 1.4, an object with components and services since.
        for (Value list : List.of(tools, tools.get("components"), tools.get("services"))) {
            list.items().forEach(tool -> BomBuilder.addIfPresent(bom.tools, tool(tool)));
        }
        metadata.get("authors").items().forEach(author -> BomBuilder.addIfPresent(bom.authors, contact(author)));
        for (String organisation : new String[] {"manufacture", "manufacturer", "supplier"}) {
            BomBuilder.addIfPresent(bom.authors, metadata.get(organisation).text("name"));
        }
        Value root = metadata.get("component");
        if (!root.fields().isEmpty()) {
            bom.name = root.text("name");
            String reference = reference(root);
            bom.addFirst(describe(root, null));
            if (reference != null) {
                bom.roots.add(reference);
            }
            for (Value inner : root.get("components").items()) {
                component(inner, reference, 1);
            }
        }
    }

    private static @Nullable String tool(Value tool) {
        String name = tool.text("name");
        String version = tool.text("version");
        return name == null || version == null ? name : name + " " + version;
    }

    private static @Nullable String contact(Value contact) {
        String email = contact.text("email");
        String name = contact.text("name");
        return name == null ? email : email == null ? name : name + " <" + email + ">";
    }

    void component(Value component, @Nullable String parent, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("components nest more than " + DEEPEST + " levels");
        }
        bom.add(describe(component, parent));
        for (Value inner : component.get("components").items()) {
            component(inner, reference(component), depth + 1);
        }
    }

    void dependency(Value dependency) throws IOException {
        for (String needed : dependency.get("dependsOn").texts()) {
            bom.depends(dependency.text("ref"), needed);
        }
    }

    private static @Nullable String reference(Value component) {
        return component.text("bom-ref");
    }

    private static Component describe(Value component, @Nullable String parent) {
        List<String> hashes = new ArrayList<>();
        for (Value hash : component.get("hashes").items()) {
            if (hash.text("alg") != null && hash.text("content") != null) {
                hashes.add(hash.text("alg") + ":" + hash.text("content"));
            }
        }
        List<String> declared = new ArrayList<>();
        List<String> concluded = new ArrayList<>();
        for (Value choice : component.get("licenses").items()) {
            Value license = choice.get("license");
            Value acknowledged = choice.text("expression") == null ? license : choice;
            List<String> list = "concluded".equals(acknowledged.text("acknowledgement")) ? concluded : declared;
            BomBuilder.addIfPresent(list, choice.text("expression"));
            BomBuilder.addIfPresent(list, license.text("id") == null ? license.text("name") : license.text("id"));
        }
        String type = component.text("type");
        return new Component(
                reference(component),
                type == null ? null : type.toLowerCase(Locale.ROOT),
                emptyToNull(component.text("group")),
                component.text("name"),
                emptyToNull(component.text("version")),
                component.get("purl").texts(),
                component.get("cpe").texts(),
                hashes,
                declared,
                concluded,
                component.text("description"),
                place(component, "website"),
                place(component, "distribution"),
                supplier(component),
                author(component),
                component.text("scope"),
                component.text("copyright"),
                parent);
    }

    private static @Nullable String supplier(Value component) {
        String supplier = component.get("supplier").text("name");
        return supplier == null ? component.text("publisher") : supplier;
    }

    private static @Nullable String author(Value component) {
        String author = component.text("author");
        return author == null ? contact(component.get("authors").at(0)) : author;
    }

    private static @Nullable String place(Value component, String type) {
        for (Value reference : component.get("externalReferences").items()) {
            if (type.equals(reference.text("type"))) {
                return reference.text("url");
            }
        }
        return null;
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

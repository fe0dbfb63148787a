package dev.jonah.declared.sbom.format;

import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What JSON-LD of SPDX 3.0 says, in the compact form that its context defines: a flat list of elements that name each other.
 * Names of people, tools and licences are joined at the end.
 */
final class Spdx3 {
    private static final int MOST = 500_000;

    private final BomBuilder bom;
    private final Map<String, Value> packages = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<String>> declared = new HashMap<>();
    private final Map<String, List<String>> concluded = new HashMap<>();
    private final List<String> tools = new ArrayList<>();
    private final List<String> authors = new ArrayList<>();

    Spdx3(BomBuilder bom) {
        this.bom = bom;
    }

    Outline outline(Outline outline) {
        return outline.each((key, element) -> element(element), "@graph");
    }

    private void element(Value element) throws IOException {
        String type = element.text("type") == null ? element.text("@type") : element.text("type");
        String id = element.text("spdxId") == null ? element.text("@id") : element.text("spdxId");
        if (type == null) {
            return;
        }
        if (packages.size() + names.size() + declared.size() + concluded.size() > MOST) {
            throw new IOException("it has more than " + MOST + " elements");
        }
        switch (type) {
            case "software_Package", "Package" -> packages.put(id == null ? "_" + packages.size() : id, element);
            case "CreationInfo" -> creation(element);
            case "SpdxDocument" -> {
                bom.format = "SPDX";
                bom.name = element.text("name");
                element.get("rootElement").texts().forEach(bom.roots::add);
            }
            case "software_Sbom" -> element.get("rootElement").texts().forEach(bom.roots::add);
            case "simplelicensing_LicenseExpression" -> name(id, element.text("simplelicensing_licenseExpression"));
            case "Tool", "Agent", "Person", "Organization", "SoftwareAgent", "expandedlicensing_ListedLicense" ->
                name(id, element.text("name") == null ? shortName(id) : element.text("name"));
            default -> {
                if (type.endsWith("Relationship")) {
                    relation(element);
                }
            }
        }
    }

    private static @Nullable String shortName(@Nullable String id) {
        return id == null ? null : id.substring(id.lastIndexOf('/') + 1);
    }

    private void name(@Nullable String id, @Nullable String name) {
        if (id != null && name != null) {
            names.put(id, name);
        }
    }

    private void creation(Value creation) {
        String version = creation.text("specVersion");
        if (version != null && version.startsWith("3.")) {
            bom.format = "SPDX";
            bom.version = version;
        }
        bom.created = bom.created == null ? creation.text("created") : bom.created;
        tools.addAll(creation.get("createdUsing").texts());
        authors.addAll(creation.get("createdBy").texts());
    }

    private void relation(Value relation) throws IOException {
        String from = relation.text("from");
        String type = relation.text("relationshipType");
        if (from == null || type == null) {
            return;
        }
        for (String to : relation.get("to").texts()) {
            switch (type) {
                case "dependsOn", "DEPENDS_ON" -> bom.depends(from, to);
                case "hasDeclaredLicense" ->
                    declared.computeIfAbsent(from, key -> new ArrayList<>(1)).add(to);
                case "hasConcludedLicense" ->
                    concluded.computeIfAbsent(from, key -> new ArrayList<>(1)).add(to);
                default -> {
                    // Files, builds and the like.
                }
            }
        }
    }

    /** Joins what was read. */
    void end() throws IOException {
        for (Map.Entry<String, Value> entry : packages.entrySet()) {
            bom.add(component(entry.getKey(), entry.getValue()));
        }
        tools.stream().distinct().forEach(tool -> BomBuilder.addIfPresent(bom.tools, names.getOrDefault(tool, tool)));
        authors.stream()
                .distinct()
                .forEach(author -> BomBuilder.addIfPresent(bom.authors, names.getOrDefault(author, author)));
        packages.clear();
    }

    private Component component(String id, Value found) {
        List<String> purls = new ArrayList<>(software(found, "packageUrl").texts());
        List<String> cpes = new ArrayList<>();
        for (Value identifier : found.get("externalIdentifier").items()) {
            String type = String.valueOf(identifier.text("externalIdentifierType"));
            String text = identifier.text("identifier");
            if (text != null && type.equalsIgnoreCase("packageUrl") && !purls.contains(text)) {
                purls.add(text);
            } else if (text != null && type.startsWith("cpe")) {
                cpes.add(text);
            }
        }
        List<String> hashes = new ArrayList<>();
        for (Value sum : found.get("verifiedUsing").items()) {
            if (sum.text("algorithm") != null && sum.text("hashValue") != null) {
                hashes.add(sum.text("algorithm") + ":" + sum.text("hashValue"));
            }
        }
        String purpose = software(found, "primaryPurpose").text();
        return new Component(
                id,
                purpose == null ? null : purpose.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT),
                null,
                found.text("name"),
                Spdx2.said(software(found, "packageVersion").text()),
                purls,
                cpes,
                hashes,
                licenses(declared, id),
                licenses(concluded, id),
                found.text("summary") == null ? found.text("description") : found.text("summary"),
                Spdx2.said(software(found, "homePage").text()),
                Spdx2.said(software(found, "downloadLocation").text()),
                nameOf(found.text("suppliedBy")),
                nameOf(found.get("originatedBy").texts().stream().findFirst().orElse(null)),
                null,
                Spdx2.said(software(found, "copyrightText").text()),
                null);
    }

    /** A field of the software profile; drafts of the format wrote its name without the profile. */
    private static Value software(Value element, String name) {
        Value value = element.get("software_" + name);
        return value.isNothing() ? element.get(name) : value;
    }

    private @Nullable String nameOf(@Nullable String id) {
        return id == null ? null : names.getOrDefault(id, id);
    }

    private List<String> licenses(Map<String, List<String>> by, String id) {
        List<String> licenses = new ArrayList<>();
        for (String license : by.getOrDefault(id, List.of())) {
            String text = Spdx2.said(names.getOrDefault(license, shortName(license)));
            BomBuilder.addIfPresent(licenses, text == null || text.endsWith("NoAssertion") ? null : text);
        }
        return licenses;
    }
}

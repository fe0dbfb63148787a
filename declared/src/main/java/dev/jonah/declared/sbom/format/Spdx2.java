package dev.jonah.declared.sbom.format;

import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What JSON of SPDX 2.0 to 2.3 says (spdx.github.io, "SPDX Specification 2.3"). */
final class Spdx2 {
    private static final String DOCUMENT = "SPDXRef-DOCUMENT";

    private final BomBuilder bom;

    Spdx2(BomBuilder bom) {
        this.bom = bom;
    }

    Outline outline(Outline outline) {
        return outline.whole(value -> version(value.text()), "spdxVersion")
                .whole(value -> name(value.text()), "name")
                .whole(this::creation, "creationInfo")
                .each((key, root) -> root(root.text()), "documentDescribes")
                .each((key, found) -> component(found), "packages")
                .each((key, relation) -> relation(relation), "relationships");
    }

    void version(@Nullable String text) {
        if (text != null && text.startsWith("SPDX-")) {
            bom.format = "SPDX";
            bom.version = text.substring(5);
        }
    }

    void name(@Nullable String text) {
        bom.name = text;
    }

    private void creation(Value creation) {
        bom.created = creation.text("created");
        creation.get("creators").texts().forEach(this::creator);
    }

    /** {@code Tool: syft-1.0}, {@code Organization: …}, {@code Person: …}. */
    void creator(String text) {
        boolean tool = text.startsWith("Tool:");
        String who = text.substring(text.indexOf(':') + 1);
        BomBuilder.addIfPresent(tool ? bom.tools : bom.authors, who);
    }

    private void root(@Nullable String reference) {
        if (reference != null) {
            bom.roots.add(reference);
        }
    }

    void component(Value found) throws IOException {
        List<String> purls = new ArrayList<>();
        List<String> cpes = new ArrayList<>();
        for (Value reference : found.get("externalRefs").items()) {
            String type = String.valueOf(reference.text("referenceType"));
            String locator = reference.text("referenceLocator");
            if (locator != null && type.endsWith("purl")) {
                purls.add(locator);
            } else if (locator != null && type.startsWith("cpe")) {
                cpes.add(locator);
            }
        }
        List<String> hashes = new ArrayList<>();
        for (Value sum : found.get("checksums").items()) {
            if (sum.text("algorithm") != null && sum.text("checksumValue") != null) {
                hashes.add(sum.text("algorithm") + ":" + sum.text("checksumValue"));
            }
        }
        String type = found.text("primaryPackagePurpose");
        String summary = said(found.text("summary"));
        bom.add(new Component(
                found.text("SPDXID"),
                type == null ? null : type.toLowerCase(Locale.ROOT).replace('_', '-'),
                null,
                found.text("name"),
                said(found.text("versionInfo")),
                purls,
                cpes,
                hashes,
                list(said(found.text("licenseDeclared"))),
                list(said(found.text("licenseConcluded"))),
                summary == null ? said(found.text("description")) : summary,
                said(found.text("homepage")),
                said(found.text("downloadLocation")),
                person(found.text("supplier")),
                person(found.text("originator")),
                null,
                said(found.text("copyrightText")),
                null));
    }

    private void relation(Value relation) throws IOException {
        relation(
                relation.text("spdxElementId"),
                String.valueOf(relation.text("relationshipType")),
                relation.text("relatedSpdxElement"));
    }

    void relation(@Nullable String from, String type, @Nullable String to) throws IOException {
        switch (type) {
            case "DESCRIBES" -> root(DOCUMENT.equals(from) ? to : null);
            case "DESCRIBED_BY" -> root(DOCUMENT.equals(to) ? from : null);
            case "DEPENDS_ON" -> bom.depends(from, to);
            default -> {
                // DEPENDENCY_OF, DEV_DEPENDENCY_OF and the like; which files a package has is not told here.
                if (type.endsWith("DEPENDENCY_OF")) {
                    bom.depends(to, from);
                }
            }
        }
    }

    private static List<String> list(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    private static @Nullable String person(@Nullable String text) {
        String said = said(text);
        if (said == null) {
            return null;
        }
        boolean marked = said.startsWith("Organization:") || said.startsWith("Person:") || said.startsWith("Tool:");
        return marked ? said(said.substring(said.indexOf(':') + 1).strip()) : said;
    }

    static @Nullable String said(@Nullable String text) {
        return text == null || text.isEmpty() || text.equals("NOASSERTION") || text.equals("NONE") ? null : text;
    }
}

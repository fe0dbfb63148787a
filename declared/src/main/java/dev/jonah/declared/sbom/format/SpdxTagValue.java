package dev.jonah.declared.sbom.format;

import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the tags and values of SPDX 2 by turning each package into what it is in JSON. */
final class SpdxTagValue {
    private static final int LONGEST = 16 << 20;
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("SPDXID", "SPDXID"),
            Map.entry("PackageVersion", "versionInfo"),
            Map.entry("PackageSupplier", "supplier"),
            Map.entry("PackageOriginator", "originator"),
            Map.entry("PackageDownloadLocation", "downloadLocation"),
            Map.entry("PackageHomePage", "homepage"),
            Map.entry("PackageLicenseDeclared", "licenseDeclared"),
            Map.entry("PackageLicenseConcluded", "licenseConcluded"),
            Map.entry("PackageCopyrightText", "copyrightText"),
            Map.entry("PackageSummary", "summary"),
            Map.entry("PackageDescription", "description"),
            Map.entry("PrimaryPackagePurpose", "primaryPackagePurpose"));

    private final BomBuilder bom;
    private final Spdx2 json;
    private @Nullable Map<String, Value> open;
    private List<Value> references = new ArrayList<>();
    private List<Value> checksums = new ArrayList<>();

    private SpdxTagValue(BomBuilder bom) {
        this.bom = bom;
        this.json = new Spdx2(bom);
    }

    static void read(InputStream in, Limits limits, BomBuilder bom) throws IOException {
        SpdxTagValue reader = new SpdxTagValue(bom);
        try (LineReader lines = new LineReader(in, limits)) {
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                int colon = line.indexOf(':');
                if (!line.startsWith("#") && colon > 0) {
                    String value = line.substring(colon + 1).strip();
                    reader.tag(
                            line.substring(0, colon).strip(), value.startsWith("<text>") ? text(value, lines) : value);
                }
            }
        } finally {
            reader.end();
        }
    }

    /** A text over several lines, up to {@code </text>}. */
    private static String text(String first, LineReader lines) throws IOException {
        StringBuilder out = new StringBuilder();
        String line = first.substring(6);
        while (line.indexOf("</text>") < 0) {
            out.append(line).append('\n');
            line = lines.readText();
            if (line == null || out.length() > LONGEST) {
                throw new IOException("a text is not closed at line " + lines.lineNumber());
            }
        }
        return out.append(line, 0, line.indexOf("</text>")).toString().strip();
    }

    private void tag(String tag, String value) throws IOException {
        switch (tag) {
            case "SPDXVersion" -> json.version(value);
            case "DocumentName" -> json.name(value);
            case "Created" -> bom.created = value;
            case "Creator" -> json.creator(value);
            case "PackageName" -> {
                end();
                open = new LinkedHashMap<>(Map.of("name", Value.of(value)));
            }
            case "FileName", "SnippetSPDXID", "LicenseID", "Annotator" -> end();
            case "Relationship" -> relation(value.split("\\s+"));
            default -> field(tag, value);
        }
    }

    private void field(String tag, String value) {
        if (open == null) {
            return;
        }
        if (tag.equals("ExternalRef")) {
            String[] words = value.split("\\s+", 3);
            if (words.length == 3) {
                references.add(pair("referenceType", words[1], "referenceLocator", words[2].strip()));
            }
        } else if (tag.equals("PackageChecksum")) {
            String[] words = value.split(":", 2);
            if (words.length == 2) {
                checksums.add(pair("algorithm", words[0].strip(), "checksumValue", words[1].strip()));
            }
        } else if (FIELDS.containsKey(tag)) {
            open.putIfAbsent(FIELDS.get(tag), Value.of(value));
        }
    }

    private static Value pair(String name, String value, String otherName, String otherValue) {
        return new Value.Fields(Map.of(name, Value.of(value), otherName, Value.of(otherValue)));
    }

    private void relation(String[] words) throws IOException {
        if (words.length == 3) {
            json.relation(words[0], words[1], words[2]);
        }
    }

    /** What follows is not of the package before. */
    private void end() throws IOException {
        Map<String, Value> fields = open;
        if (fields != null) {
            open = null;
            fields.put("externalRefs", new Value.Items(references));
            fields.put("checksums", new Value.Items(checksums));
            references = new ArrayList<>();
            checksums = new ArrayList<>();
            json.component(new Value.Fields(fields));
        }
    }
}

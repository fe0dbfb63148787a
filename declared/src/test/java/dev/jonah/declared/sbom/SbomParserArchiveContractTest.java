package dev.jonah.declared.sbom;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents in archives, where Spring Boot's and others' build plugins put them. */
class SbomParserArchiveContractTest extends ManifestParserContract {
    private static final String DOCUMENT = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6",
             "components": [{"type": "library", "name": "%s", "version": "1.10", "purl": "pkg:maven/org.acme/%s@1.10"}]}
            """;

    @Override
    protected ManifestParser plugin() {
        return new SbomParser();
    }

    @Override
    protected FakeTree fixture() {
        byte[] script = "#!/bin/sh\nexec java -jar $0\n".getBytes(StandardCharsets.UTF_8);
        return FakeTree.builder()
                .file("/app/app.jar", archive(new byte[0], "META-INF/sbom/application.cdx.json", "deflated", true))
                .file("/app/start.war", archive(script, "WEB-INF/classes/META-INF/sbom/bom.json", "stored", false))
                .file("/app/other.jar", archive(new byte[0], "META-INF/notes/bom.json", "phantom", true))
                .file("/app/none.jar", "no archive")
                .build();
    }

    private static byte[] archive(byte[] before, String name, String component, boolean deflated) {
        byte[] document = DOCUMENT.formatted(component, component).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(body)) {
            zip.setComment(deflated ? "" : "a comment");
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write("Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
            ZipEntry entry = new ZipEntry(name);
            if (!deflated) {
                CRC32 sum = new CRC32();
                sum.update(document);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(document.length);
                entry.setCrc(sum.getValue());
            }
            zip.putNextEntry(entry);
            zip.write(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.writeBytes(body.toByteArray());
        return bytes.toByteArray();
    }

    @Override
    protected String expected() {
        return """
                pkg:maven/org.acme/deflated@1.10
                  kind declared
                  found-at /app/app.jar
                  extra sbom.entry META-INF/sbom/application.cdx.json
                  extra sbom.format CycloneDX 1.6
                  extra sbom.type library
                pkg:maven/org.acme/stored@1.10
                  kind declared
                  found-at /app/start.war
                  extra sbom.entry WEB-INF/classes/META-INF/sbom/bom.json
                  extra sbom.format CycloneDX 1.6
                  extra sbom.type library
                """;
    }
}

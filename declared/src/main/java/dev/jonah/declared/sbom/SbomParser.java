package dev.jonah.declared.sbom;

import dev.jonah.declared.Places;
import dev.jonah.declared.sbom.format.Bom;
import dev.jonah.declared.sbom.format.BomReader;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.function.Consumer;

/**
 * Declared packages of bills of materials. Their further facts begin with {@code sbom.}: who made the document, and what it
 * says of the component beyond what every package has.
 */
public final class SbomParser implements ManifestParser {
    /** Found as a service. */
    public SbomParser() {}

    @Override
    public String id() {
        return "jonah.declared.sbom";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(
                        ".cdx.json", ".cdx.xml", ".cdx", ".cyclonedx.json", ".cyclonedx.xml", ".spdx", ".spdx.json")
                .orPathSuffix("/bom.json", "/bom.xml", "/sbom.json", "/sbom.xml", "/cyclonedx.json", "/spdx.json")
                .orBelow("/var/lib/db/sbom", "/usr/share/sbom", "/usr/local/share/sbom", "/opt/docker/sbom");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Bills of materials",
                "CycloneDX 1.0 to 1.7 in JSON and XML, SPDX 2 in JSON and as tags and values, SPDX 3.0 in JSON-LD, by the"
                        + " usual names and places; those that other packages bring as data only where PEP 770 has them",
                "no file: such a document is a claim by somebody",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Content content = manifest.content();
        if (content == null || !isWanted(manifest.path())) {
            return;
        }
        boolean[] any = {false};
        try {
            BomReader.read(content.open(), scan.limits(), (Bom bom) -> {
                any[0] = true;
                new Components(bom, manifest.path(), scan).forEach(out);
            });
        } catch (LimitExceededException | InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            if (any[0] || isSurelyMeant(manifest.path())) {
                String message = manifest.path() + " cannot be read further: " + e.getMessage();
                scan.diagnostics().error("sbom.damaged", manifest.path(), message);
            }
        }
    }

    /** Of documents inside packages only those that Python has a place for, and pip's own. */
    private static boolean isWanted(ImagePath path) {
        String text = path.latin1();
        return !Places.insidePackages(path)
                || text.contains(".dist-info/sboms/")
                || text.endsWith("/pip/_vendor/bom.cdx.json");
    }

    /** Whether the name leaves no doubt; many other files are called {@code bom.json}. */
    private static boolean isSurelyMeant(ImagePath path) {
        String text = path.latin1();
        return text.contains(".cdx.") || text.contains(".cyclonedx.") || text.endsWith(".spdx.json");
    }
}

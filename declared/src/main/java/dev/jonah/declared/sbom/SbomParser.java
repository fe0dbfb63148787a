package dev.jonah.declared.sbom;

import dev.jonah.declared.Places;
import dev.jonah.declared.sbom.format.ArchivedDocuments;
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
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
                .orSuffix(".jar", ".war", ".ear")
                .orBelow("/var/lib/db/sbom", "/usr/share/sbom", "/usr/local/share/sbom", "/opt/docker/sbom");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Bills of materials",
                "CycloneDX 1.0 to 1.7 in JSON and XML, SPDX 2 in JSON and as tags and values, SPDX 3.0 in JSON-LD, by the"
                        + " usual names and places, and in `META-INF/sbom` of archives of Java; those that other packages"
                        + " bring as data only where PEP 770 has them",
                "no file: such a document is a claim by somebody",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Content content = manifest.content();
        if (content == null || !isWanted(manifest.path())) {
            return;
        }
        String name = manifest.path().latin1().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jar") || name.endsWith(".war") || name.endsWith(".ear")) {
            archive(manifest, content, scan, out);
        } else {
            document(content.open(), null, isSurelyMeant(manifest.path()), manifest.path(), scan, out);
        }
    }

    private static void archive(FileEntry archive, Content content, PackageScan scan, Consumer<SoftwarePackage> out)
            throws IOException {
        try (SeekableByteChannel channel = content.openChannel()) {
            ArchivedDocuments.forEach(channel, (entry, in) -> document(in, entry, true, archive.path(), scan, out));
        } catch (LimitExceededException | InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            damaged(archive.path() + " cannot be read further: " + e.getMessage(), archive.path(), scan);
        }
    }

    private static void document(
            InputStream in,
            @Nullable String entry,
            boolean meant,
            ImagePath file,
            PackageScan scan,
            Consumer<SoftwarePackage> out)
            throws IOException {
        boolean[] any = {false};
        try {
            BomReader.read(in, scan.limits(), (Bom bom) -> {
                any[0] = true;
                new Components(bom, file, entry, scan).forEach(out);
            });
        } catch (LimitExceededException | InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            if (any[0] || meant) {
                String what = entry == null ? file.toString() : entry + " in " + file;
                damaged(what + " cannot be read further: " + e.getMessage(), file, scan);
            }
        }
    }

    private static void damaged(String message, ImagePath file, PackageScan scan) {
        scan.diagnostics().error("sbom.damaged", file, message);
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

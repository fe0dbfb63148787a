package dev.jonah.appdb.dotnet;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.json.JsonObject;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder of one unpacked package of NuGet. */
final class PackageFolder {
    private final ImagePath folder;
    private final String name;
    private final String version;
    private final PackageScan scan;
    private final ImagePath archive;

    PackageFolder(ImagePath folder, String name, String version, PackageScan scan) {
        this.folder = folder;
        this.name = name;
        this.version = version;
        this.scan = scan;
        this.archive = folder.resolve((name + "." + version + ".nupkg").toLowerCase(Locale.ROOT));
    }

    String name() {
        return name;
    }

    String version() {
        return version;
    }

    /** Whether NuGet says that it unpacked a package here. */
    boolean isUnpacked() {
        return content(checksumFile()) != null || content(metadataFile()) != null;
    }

    /** What NuGet wrote of where the package came from; empty if it cannot be read. */
    JsonObject metadata() throws IOException {
        Content content = content(metadataFile());
        try {
            if (content != null) {
                return JsonObject.read(content.open(), scan.limits());
            }
        } catch (JacksonException e) {
            String message = metadataFile() + " cannot be read: " + e.getOriginalMessage();
            scan.diagnostics().warning("nuget.metadata.json", metadataFile(), message);
        }
        return new JsonObject(Map.of());
    }

    /** What belongs to the package, each path once. */
    Iterable<PackageFile> claims(ImagePath manifest) throws IOException {
        Map<ImagePath, PackageFile> claims = new LinkedHashMap<>();
        for (ImagePath path : List.of(manifest, metadataFile(), checksumFile(), folder.resolve(".signature.p7s"))) {
            if (scan.tree().find(path).filter(e -> !e.isDirectory()).isPresent()) {
                claims.put(path, PackageFile.at(path, "nuget.folder").build());
            }
        }
        Digest recorded = recorded();
        Content content = content(archive);
        if (content != null) {
            claims.put(
                    archive,
                    PackageFile.at(archive, recorded == null ? "nuget.folder" : "nuget.archive")
                            .type(recorded == null ? null : EntryType.FILE)
                            .digest(recorded)
                            .source(recorded == null ? null : checksumFile())
                            .build());
            boolean genuine = recorded != null && recorded.equals(content.digest(Digest.Algorithm.SHA512));
            new ArchiveClaims(folder, manifest, archive, genuine, scan).add(content, claims);
        }
        return claims.values();
    }

    /** The checksum of the archive: 64 bytes in base64. */
    private @Nullable Digest recorded() throws IOException {
        Content content = content(checksumFile());
        if (content == null) {
            return null;
        }
        String text = new String(content.head(200), StandardCharsets.US_ASCII).strip();
        try {
            return Digest.of(Digest.Algorithm.SHA512, Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            String message = checksumFile() + " holds no SHA-512: " + e.getMessage();
            scan.diagnostics().warning("nuget.checksum", checksumFile(), message);
            return null;
        }
    }

    private ImagePath metadataFile() {
        return folder.resolve(".nupkg.metadata");
    }

    private ImagePath checksumFile() {
        return folder.resolve(archive.fileName() + ".sha512");
    }

    private @Nullable Content content(ImagePath path) {
        return scan.tree().resolveFile(path).map(e -> e.content()).orElse(null);
    }
}

package dev.jonah.appdb.conda;

import dev.jonah.appdb.conda.format.CondaPath;
import dev.jonah.appdb.conda.format.CondaRecord;
import dev.jonah.image.EntryType;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a package claims: the paths of its record, the record itself, and its copy in the package cache. */
final class CondaClaims {
    private final ImagePath manifest;
    private final ImagePath prefix;
    private final PackageScan scan;
    private final Map<ImagePath, PackageFile> files = new LinkedHashMap<>();

    private CondaClaims(ImagePath manifest, ImagePath prefix, PackageScan scan) {
        this.manifest = manifest;
        this.prefix = prefix;
        this.scan = scan;
    }

    /** The claims of a package whose record is {@code manifest}. */
    static Collection<PackageFile> of(CondaRecord record, ImagePath manifest, ImagePath prefix, PackageScan scan)
            throws IOException {
        CondaClaims claims = new CondaClaims(manifest, prefix, scan);
        Map<String, RawText> targets = new HashMap<>();
        SoftLinks links = new SoftLinks(record, prefix, scan.tree());
        for (CondaPath row : record.paths()) {
            ImagePath path = claims.locate(row.path());
            if (path != null) {
                PackageFile.Builder builder = row.isLink() ? links.promise(path, row) : claims.promise(path, row);
                PackageFile file = builder.source(manifest).build();
                claims.files.put(path, file);
                if (file.target() != null) {
                    targets.put(row.path(), file.target());
                }
            }
        }
        for (String name : record.files()) {
            ImagePath path = claims.locate(name);
            if (path != null && !claims.files.containsKey(path)) {
                claims.files.put(
                        path,
                        PackageFile.at(path, "conda.record.unhashed")
                                .ifMissing(ifMissing(name))
                                .source(manifest)
                                .build());
            }
        }
        claims.files.put(
                manifest,
                PackageFile.at(manifest, "conda.record.unhashed")
                        .note("the record itself")
                        .build());
        CacheClaims.of(record, manifest, targets, scan).forEach(file -> claims.files.putIfAbsent(file.path(), file));
        return claims.files.values();
    }

    private PackageFile.Builder promise(ImagePath path, CondaPath row) {
        if ("directory".equals(row.type())) {
            return PackageFile.at(path, "conda.record").type(EntryType.DIRECTORY);
        }
        boolean replaced = row.prefixPlaceholder() != null;
        Digest installed = digest(row.sha256InPrefix());
        Digest digest = installed != null || replaced ? installed : digest(row.sha256());
        return PackageFile.at(path, digest == null ? "conda.record.unhashed" : "conda.record")
                .type(EntryType.FILE)
                .digest(digest)
                .size(replaced ? null : row.size())
                .ifMissing(ifMissing(row.path()));
    }

    /** Compiled files are removed at will. */
    private static MissingClass ifMissing(String path) {
        return path.endsWith(".pyc") ? MissingClass.GHOST : MissingClass.UNEXPLAINED;
    }

    private @Nullable Digest digest(@Nullable String hex) {
        Digest digest = sha256(hex);
        if (hex != null && digest == null) {
            scan.diagnostics()
                    .warning("conda.record.hash", manifest, manifest + " has a malformed checksum: '" + hex + "'");
        }
        return digest;
    }

    /** Null if it is not a whole SHA-256. */
    static @Nullable Digest sha256(@Nullable String hex) {
        return hex == null ? null : Digest.parse("sha256:" + hex);
    }

    private @Nullable ImagePath locate(String text) {
        RawText raw = RawText.of(text);
        ImagePath path = prefix.resolve(raw);
        if (text.startsWith("/") || prefix.escapes(raw) || !path.startsWith(prefix) || path.equals(prefix)) {
            scan.diagnostics()
                    .warning(
                            "conda.files.outside",
                            manifest,
                            manifest + " lists " + text + ", which is not inside the environment");
            return null;
        }
        return path;
    }
}

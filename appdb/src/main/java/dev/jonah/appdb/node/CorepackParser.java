package dev.jonah.appdb.node;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.node.format.CorepackRecord;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the package managers that corepack keeps in its cache, by the {@code .corepack} in the directory of each version. What
 * lies there is theirs by directory. Yarn 2 and newer is one file, whose checksum is recorded; of others that of the archive
 * is, which is a fact: {@code corepack.hash}.
 */
public final class CorepackParser implements ManifestParser {
    private static final String ONE_FILE = "yarn.js";

    /** Found as a service. */
    public CorepackParser() {}

    @Override
    public String id() {
        return "jonah.appdb.corepack";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Node, corepack's cache",
                "the `.corepack` of each package manager that corepack installed",
                "all that lies in the directory of that version",
                "Yarn 2 and newer with the checksum that corepack recorded; else **nothing**, since it recorded that of the"
                        + " archive");
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named(".corepack");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath directory = manifest.path().parent();
        Content content = manifest.type().isRegular() ? manifest.content() : null;
        if (content == null || directory == null) {
            return;
        }
        CorepackRecord found;
        try {
            found = CorepackRecord.read(content.open());
        } catch (JacksonException e) {
            scan.diagnostics()
                    .warning(
                            "corepack.json",
                            manifest.path(),
                            manifest.path() + " cannot be read: " + e.getOriginalMessage());
            return;
        }
        Purl purl = purl(found, directory);
        if (found == null || purl == null) {
            return;
        }
        SoftwarePackage.Builder builder =
                SoftwarePackage.of(purl, Kind.APPLICATION, manifest.path()).extra("corepack.hash", found.hash());
        Digest digest = digest(found);
        for (FileEntry file : scan.wantsFiles() ? OwnedFiles.of(directory, scan.tree()) : List.<FileEntry>of()) {
            boolean recorded = digest != null && file.path().equals(directory.resolve(ONE_FILE));
            builder.file(
                    recorded
                            ? PackageFile.at(file.path(), "corepack.hash")
                                    .digest(digest)
                                    .source(manifest.path())
                                    .build()
                            : PackageFile.at(file.path(), "corepack.directory")
                                    .note("by directory: corepack records no list of files")
                                    .byDirectory()
                                    .build());
        }
        out.accept(builder.build());
    }

    /** Null unless the directory is called as the record says: {@code v1/pnpm/9.15.9}. */
    private static @Nullable Purl purl(@Nullable CorepackRecord found, ImagePath directory) {
        ImagePath above = directory.parent();
        if (found == null
                || above == null
                || !PackageName.isOne(found.name())
                || !above.fileName().equals(found.name())
                || !directory.fileName().equals(found.version())) {
            return null;
        }
        int slash = found.name().indexOf('/');
        return slash >= 0
                ? null
                : Purl.of("npm", found.name()).version(found.version()).build();
    }

    /** Yarn 2 and newer comes as one script, and not as an archive of the registry. */
    private static @Nullable Digest digest(CorepackRecord found) {
        boolean script = found.name().equals("yarn")
                && !found.version().startsWith("1.")
                && !found.version().startsWith("0.");
        return script && found.hash() != null ? Digest.parse(found.hash().replace('.', ':')) : null;
    }
}

package dev.jonah.appdb.dotnet;

import dev.jonah.appdb.dotnet.format.PackageSpecification;
import dev.jonah.appdb.dotnet.format.PackageSpecificationReader;
import dev.jonah.appdb.json.JsonObject;
import dev.jonah.appdb.support.Contents;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds packages in the folders that NuGet unpacks them to: {@code <id>/<version>} with a {@code .nuspec} and the
 * checksum of the archive. The archive is compared with that checksum; where it is kept and equals it, what was
 * unpacked is compared with the archive.
 *
 * <p>Facts beyond those of every package: {@code nuget.content-hash}, {@code nuget.source} (where NuGet got it), {@code
 * nuget.license-url}, {@code nuget.repository}, {@code nuget.commit}.
 */
public final class PackageFolderParser implements ManifestParser {
    private static final long LARGEST = 1 << 20;

    /** Found as a service. */
    public PackageFolderParser() {}

    @Override
    public String id() {
        return "jonah.appdb.nuget-folder";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(".nuspec");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "NuGet folders",
                "`<id>/<version>/<id>.nuspec` with `.nupkg.metadata` or `.nupkg.sha512`, as `.nuget/packages` has them",
                "the archive, what it holds, and what NuGet writes beside it",
                "the archive with the SHA-512 that NuGet recorded; what was unpacked with the archive, if that is kept"
                        + " and unchanged. Without the archive only the metadata is claimed");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath path = manifest.path();
        ImagePath folder = path.parent();
        ImagePath above = folder == null ? null : folder.parent();
        if (folder == null || above == null || !manifest.type().isRegular()) {
            return;
        }
        String name = above.fileName();
        PackageFolder place = new PackageFolder(folder, name, folder.fileName(), scan);
        if (!path.fileName().equalsIgnoreCase(name + ".nuspec") || !place.isUnpacked()) {
            return;
        }
        PackageSpecification specification = read(manifest, scan);
        if (specification == null) {
            return;
        }
        Purl purl = purl(specification, place, path, scan);
        if (purl == null) {
            return;
        }
        JsonObject metadata = place.metadata();
        String license = specification.license() == null ? specification.licenseUrl() : specification.license();
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, path)
                .licenses(license == null ? List.of() : List.of(license))
                .description(specification.description())
                .homepage(specification.projectUrl())
                .maintainer(specification.authors())
                .dependencies(specification.dependencies().stream()
                        .map(d -> d.version() == null ? d.id() : d.id() + " " + d.version())
                        .toList())
                .extra("nuget.content-hash", metadata.text("contentHash"))
                .extra("nuget.source", metadata.text("source"))
                .extra("nuget.license-url", specification.licenseUrl())
                .extra("nuget.repository", specification.repositoryUrl())
                .extra("nuget.commit", specification.commit());
        if (scan.wantsFiles()) {
            place.claims(path).forEach(builder::file);
        }
        out.accept(builder.build());
    }

    private static @Nullable PackageSpecification read(FileEntry manifest, PackageScan scan) throws IOException {
        ImagePath path = manifest.path();
        Content content = Contents.of(manifest, "nuget.specification.lost", scan);
        if (content == null) {
            return null;
        }
        if (content.size() > LARGEST) {
            scan.diagnostics().error("nuget.specification.limit", path, path + " is larger than any such file");
            return null;
        }
        byte[] bytes = content.head((int) LARGEST);
        try {
            return PackageSpecificationReader.read(bytes);
        } catch (IOException e) {
            scan.diagnostics().warning("nuget.specification.xml", path, path + " cannot be read: " + e.getMessage());
            return null;
        }
    }

    /**
     * Named as the package itself does; the folder has the name in lower case and the version as NuGet normalises it.
     */
    private static @Nullable Purl purl(
            PackageSpecification specification, PackageFolder place, ImagePath path, PackageScan scan) {
        String id = specification.id();
        try {
            if (id == null || !id.toLowerCase(Locale.ROOT).equals(place.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("it names '" + id + "'");
            }
            return Purl.of("nuget", id).version(place.version()).build();
        } catch (IllegalArgumentException e) {
            scan.diagnostics()
                    .warning(
                            "nuget.specification.name",
                            path,
                            path + " is not what its folder is called: " + e.getMessage());
            return null;
        }
    }
}

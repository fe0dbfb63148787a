package dev.jonah.appdb.python;

import dev.jonah.appdb.python.Place.Form;
import dev.jonah.appdb.python.format.DirectUrl;
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
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds installed Python distributions: {@code .dist-info} directories, {@code .egg-info} directories and files, unzipped
 * eggs. Metadata that is a symbolic link is passed over, since the file that it leads to is looked at as well.
 *
 * <p>Facts beyond those of every package: {@code python.installer}, {@code python.requested} (it was asked for by name),
 * {@code python.direct-url}, {@code python.direct-url.commit}, {@code python.editable}, {@code python.entry-points}, {@code
 * python.metadata-version}, {@code python.vendored} (it lies in another distribution's {@code _vendor}), {@code
 * python.cached} (it lies in the cache of conda or uv).
 */
public final class PythonParser implements ManifestParser {
    private static final FilePattern MANIFESTS =
            FilePattern.named("METADATA", "PKG-INFO", "RECORD").orSuffix(".egg-info");

    /** Found as a service. */
    public PythonParser() {}

    @Override
    public String id() {
        return "jonah.appdb.python";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Python",
                "`.dist-info` with `RECORD`, `.egg-info`, unzipped eggs",
                "the rows of `RECORD`, the lists of eggs",
                "hash and size where `RECORD` has them; eggs have none. Bytecode is `DERIVED` from its"
                        + " source, by comparing the two");
    }

    @Override
    public FilePattern accepts() {
        return MANIFESTS;
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Place place = Place.of(manifest.path());
        Content content = manifest.content();
        if (place == null || !manifest.type().isRegular() || place.isSecondary(scan.tree())) {
            return;
        }
        if (content == null) {
            scan.diagnostics()
                    .error("python.metadata.lost", place.manifest(), place.manifest() + " has lost its bytes");
        } else if (!place.hasMetadata()) {
            scan.diagnostics()
                    .warning("python.metadata.missing", place.manifest(), place.directory() + " holds no METADATA");
        }
        Headers headers = content == null || !place.hasMetadata()
                ? new Headers(List.of())
                : Headers.read(place.manifest(), content.open(), scan);
        Purl purl = Identity.of(place, headers, scan.diagnostics());
        if (purl != null) {
            out.accept(describe(place, purl, headers, scan));
        }
    }

    private static SoftwarePackage describe(Place place, Purl purl, Headers headers, PackageScan scan)
            throws IOException {
        DirectUrl direct = Sibling.directUrl(place, scan);
        List<String> dependencies = dependencies(place, headers, scan);
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, place.manifest())
                .licenses(headers.licenses())
                .description(headers.first("Summary"))
                .homepage(headers.homepage())
                .maintainer(headers.maintainer())
                .dependencies(dependencies)
                .extra("python.metadata-version", headers.first("Metadata-Version"))
                .extra("python.installer", Sibling.installer(place, scan))
                .extra("python.requested", flag(Sibling.find(place, "REQUESTED", scan) != null))
                .extra("python.entry-points", Sibling.entryPoints(place, scan))
                .extra("python.vendored", flag(place.base().latin1().contains("/_vendor")))
                .extra("python.cached", flag(isInCache(place.base(), scan)));
        Requirements.resolve(dependencies, place, scan, builder);
        if (direct != null) {
            builder.extra("python.direct-url", direct.url())
                    .extra("python.direct-url.commit", direct.commitId())
                    .extra("python.editable", flag(direct.editable()));
        }
        if (scan.wantsFiles()) {
            Collection<PackageFile> files =
                    place.form() == Form.DIST_INFO ? RecordClaims.of(place, scan) : EggClaims.of(place, scan);
            files.forEach(builder::file);
        }
        return builder.build();
    }

    /** Whether it lies in what conda or uv unpacked to its cache, and so is not installed there. */
    private static boolean isInCache(ImagePath base, PackageScan scan) {
        SitePackages site = SitePackages.of(base);
        ImagePath conda = site != null ? site.prefix() : base.fileName().equals("site-packages") ? base.parent() : null;
        return base.latin1().matches(".*/archive-v\\d+/[^/]+")
                || conda != null
                        && scan.tree().find(conda.resolve("info/index.json")).isPresent()
                        && scan.tree().find(conda.resolve("info/files")).isPresent();
    }

    private static List<String> dependencies(Place place, Headers headers, PackageScan scan) throws IOException {
        List<String> declared = headers.all("Requires-Dist");
        return declared.isEmpty() && place.form() != Form.DIST_INFO ? Sibling.requires(place, scan) : declared;
    }

    private static @Nullable String flag(boolean value) {
        return value ? "true" : null;
    }
}

package dev.jonah.appdb.perl;

import dev.jonah.appdb.perl.Library.Recorded;
import dev.jonah.appdb.perl.format.ModuleVersion;
import dev.jonah.diagnostic.LimitExceededException;
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
 * Finds distributions of Perl by the lists of files that their installation left, and Perl itself by its own. Where
 * cpanm recorded the installation, name, version and dependencies are from there; else the name is that of the main
 * module and the version is what its source states.
 *
 * <p>Facts beyond those of every package: {@code cpan.module}, {@code cpan.author}, {@code cpan.pathname}, {@code
 * cpan.repository}, {@code cpan.identity-from}.
 */
public final class PacklistParser implements ManifestParser {
    /** Found as a service. */
    public PacklistParser() {}

    @Override
    public String id() {
        return "jonah.appdb.perl";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named(".packlist");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Perl",
                "`.packlist` files, with `install.json` and `MYMETA.json` where cpanm wrote them; Perl itself by its"
                        + " own list",
                "every path of the list",
                "**nothing**: the lists have no checksums. Distributions of Linux leave the lists out, so that their"
                        + " modules are told by their own packages only");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Place place = Place.of(manifest.path());
        Content content = manifest.content();
        if (place == null || !manifest.type().isRegular()) {
            return;
        }
        if (content == null) {
            scan.diagnostics().error("perl.packlist.lost", place.list(), place.list() + " has lost its bytes");
            return;
        }
        Collection<PackageFile> files = PacklistClaims.of(place, content, scan);
        SoftwarePackage.Builder builder = describe(place, files, scan);
        if (builder != null) {
            if (scan.wantsFiles()) {
                files.forEach(builder::file);
            }
            out.accept(builder.build());
        }
    }

    private static SoftwarePackage.@Nullable Builder describe(
            Place place, Collection<PackageFile> files, PackageScan scan) throws IOException {
        String module = place.module();
        if (module == null) {
            return perl(place, files);
        }
        Library library = Library.of(place.libraries(), scan);
        Recorded recorded = library.of(module);
        Distribution distribution = recorded == null ? null : new Distribution(library, recorded);
        String name = distribution == null ? null : distribution.name();
        if (distribution != null && name != null) {
            Purl purl = purl(name, distribution.version(), place, scan);
            return purl == null
                    ? null
                    : distribution.describe(purl, place.list(), place, scan).extra("cpan.identity-from", "cpanm");
        }
        Purl purl = purl(module.replace("::", "-"), version(module, files, scan), place, scan);
        return purl == null
                ? null
                : SoftwarePackage.of(purl, Kind.APPLICATION, place.list())
                        .extra("cpan.module", module)
                        .extra("cpan.identity-from", "main module");
    }

    /** What the source of the main module states. */
    private static @Nullable String version(String module, Collection<PackageFile> files, PackageScan scan)
            throws IOException {
        String file = "/" + Place.fileOf(module).latin1();
        for (PackageFile listed : files) {
            if (listed.path().latin1().endsWith(file)) {
                Content content = scan.tree()
                        .resolveFile(listed.path())
                        .map(FileEntry::content)
                        .orElse(null);
                try {
                    return content == null ? null : ModuleVersion.read(content.open(), scan.limits());
                } catch (LimitExceededException e) {
                    String message = listed.path() + " was not read to its version: " + e.getMessage();
                    scan.diagnostics().warning("perl.module.limit", listed.path(), message);
                    return null;
                }
            }
        }
        return null;
    }

    /** Perl itself; its list lies in {@code <libraries>/<version>/<architecture>}, or that without architecture. */
    private static SoftwarePackage.@Nullable Builder perl(Place place, Collection<PackageFile> files) {
        ImagePath above = place.libraries().parent();
        for (ImagePath directory : above == null ? List.of(place.libraries()) : List.of(place.libraries(), above)) {
            String version = directory.fileName();
            boolean listsPerl =
                    files.stream().anyMatch(file -> file.path().latin1().endsWith("/strict.pm"));
            if (listsPerl && version.matches("5\\.\\d{1,3}(\\.\\d{1,3})?")) {
                return SoftwarePackage.of(
                        Purl.of("generic", "perl").version(version).build(), Kind.APPLICATION, place.list());
            }
        }
        return null;
    }

    static @Nullable Purl purl(String name, @Nullable String version, Place place, PackageScan scan) {
        try {
            if (name.contains("::")) {
                throw new IllegalArgumentException("not a name: '" + name + "'");
            }
            return Purl.of("cpan", name).version(version).build();
        } catch (IllegalArgumentException e) {
            String message = place.list() + " is of a distribution that cannot be: " + e.getMessage();
            scan.diagnostics().warning("perl.name", place.list(), message);
            return null;
        }
    }
}

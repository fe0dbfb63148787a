package dev.jonah.appdb.perl;

import dev.jonah.appdb.perl.Library.Recorded;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds distributions of Perl that cpanm recorded and whose list of files somebody removed, as images that want to be
 * small do: by {@code .meta/<distribution>/install.json}. They claim the modules that the record names. Those with a
 * list are left to {@link PacklistParser}.
 */
public final class CpanmParser implements ManifestParser {
    /** Found as a service. */
    public CpanmParser() {}

    @Override
    public String id() {
        return "jonah.appdb.perl-cpanm";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("install.json");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Perl, without lists of files",
                "cpanm's `install.json` and `MYMETA.json`, where the `.packlist` is not there",
                "the modules that the record names, as far as they are there",
                "**nothing**");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath directory = manifest.path().parent();
        ImagePath meta = directory == null ? null : directory.parent();
        ImagePath libraries = meta == null ? null : meta.parent();
        if (libraries == null || meta == null || !meta.fileName().equals(".meta")) {
            return;
        }
        if (manifest.content() == null) {
            scan.diagnostics().error("perl.meta.lost", manifest.path(), manifest.path() + " has lost its bytes");
            return;
        }
        Library library = Library.of(libraries, scan);
        for (Recorded recorded : library.records()) {
            String module = recorded.record().module();
            if (recorded.file().equals(manifest.path()) && module != null) {
                Place place = new Place(manifest.path(), libraries, module);
                if (scan.tree().resolveFile(place.listOf(module)).isEmpty()) {
                    describe(library, recorded, place, scan, out);
                }
            }
        }
    }

    private static void describe(
            Library library, Recorded recorded, Place place, PackageScan scan, Consumer<SoftwarePackage> out)
            throws IOException {
        Distribution distribution = new Distribution(library, recorded);
        String name = distribution.name();
        Purl purl = name == null ? null : PacklistParser.purl(name, distribution.version(), place, scan);
        if (purl == null) {
            return;
        }
        SoftwarePackage.Builder builder = distribution.describe(purl, place.list(), place, scan);
        if (scan.wantsFiles()) {
            ImagePath above = place.libraries().parent();
            for (String module : recorded.record().provides().keySet()) {
                for (ImagePath directory :
                        above == null ? List.of(place.libraries()) : List.of(place.libraries(), above)) {
                    ImagePath path = directory.resolve(Place.fileOf(module));
                    if (path.startsWith(directory)
                            && scan.tree()
                                    .find(path)
                                    .filter(e -> !e.isDirectory())
                                    .isPresent()) {
                        builder.file(PackageFile.at(path, "perl.meta").build());
                        break;
                    }
                }
            }
        }
        out.accept(builder.extra("cpan.identity-from", "cpanm").build());
    }
}

package dev.jonah.appdb.python;

import dev.jonah.appdb.python.Place.Form;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * What an egg claims; none of its lists has checksums. {@code installed-files.txt} counts as it is. Without it an unzipped
 * egg claims what {@code SOURCES.txt} and {@code native_libs.txt} list and the egg holds: they tell of the source tree, so
 * that what they list beyond that is not missing. In every other case only the metadata itself is claimed.
 */
final class EggClaims {
    private static final List<String> METADATA_FILES = List.of(
            "PKG-INFO",
            "METADATA",
            "SOURCES.txt",
            "dependency_links.txt",
            "eager_resources.txt",
            "entry_points.txt",
            "installed-files.txt",
            "namespace_packages.txt",
            "native_libs.txt",
            "not-zip-safe",
            "requires.txt",
            "top_level.txt",
            "zip-safe");

    private EggClaims() {}

    /** The claims of the distribution at {@code place}. */
    static Collection<PackageFile> of(Place place, PackageScan scan) throws IOException {
        ImagePath directory = place.directory();
        if (directory == null) {
            return List.of(PackageFile.at(place.manifest(), "python.egg-info").build());
        }
        Claims claims = new Claims(place.manifest(), scan);
        claims.addPresent(place, METADATA_FILES, "python.egg-info");
        Content installed = Sibling.find(place, "installed-files.txt", scan);
        if (installed != null) {
            read(new Listing(directory.resolve("installed-files.txt"), directory, false), installed, claims, scan);
        } else if (place.form() == Form.EGG) {
            for (String name : List.of("SOURCES.txt", "native_libs.txt")) {
                Content content = Sibling.find(place, name, scan);
                if (content != null) {
                    read(new Listing(directory.resolve(name), place.base(), true), content, claims, scan);
                }
            }
        }
        return claims.files();
    }

    private static void read(Listing listing, Content content, Claims claims, PackageScan scan) throws IOException {
        try (LineReader lines = new LineReader(content.open(), scan.limits())) {
            RawText line;
            while ((line = lines.readLine()) != null) {
                if (!line.isEmpty()) {
                    listing.claim(line, claims, scan);
                }
            }
        } catch (LimitExceededException e) {
            scan.diagnostics()
                    .error(
                            "python.files.limit",
                            listing.file,
                            listing.file + " was read only in part: " + e.getMessage());
        }
    }

    /** A list of files, what its paths are relative to, and whether it is but a hint. */
    private record Listing(ImagePath file, ImagePath base, boolean hint) {
        void claim(RawText line, Claims claims, PackageScan scan) {
            if (!hint) {
                ImagePath path = claims.locate(base, line);
                if (path != null) {
                    boolean compiled = path.latin1().endsWith(".pyc");
                    claims.add(PackageFile.at(path, "python.installed-files")
                            .ifMissing(compiled ? MissingClass.GHOST : MissingClass.UNEXPLAINED)
                            .source(file)
                            .build());
                }
                return;
            }
            ImagePath path = base.resolve(line);
            if (path.startsWith(base)
                    && scan.tree().find(path).filter(e -> !e.isDirectory()).isPresent()) {
                claims.add(
                        PackageFile.at(path, "python.egg-sources").source(file).build());
            }
        }
    }
}

package dev.jonah.appdb.python;

import dev.jonah.appdb.python.format.RecordReader;
import dev.jonah.appdb.python.format.RecordRow;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** What a wheel claims: the rows of RECORD, or without one the metadata itself. */
final class RecordClaims {
    private static final List<String> METADATA_FILES = List.of(
            "METADATA",
            "PKG-INFO",
            "INSTALLER",
            "REQUESTED",
            "WHEEL",
            "direct_url.json",
            "entry_points.txt",
            "top_level.txt",
            "namespace_packages.txt",
            "zip-safe");

    private final ImagePath list;
    private final ImagePath base;
    private final PackageScan scan;
    private final Claims claims;
    private final boolean scriptsAreCondas;

    private RecordClaims(Place place, ImagePath list, PackageScan scan) throws IOException {
        this.list = list;
        this.base = place.base();
        this.scan = scan;
        this.claims = new Claims(list, scan);
        this.scriptsAreCondas = isOfConda(place, scan);
    }

    /** Conda installs what a wheel became when its package was built, but writes the start scripts anew. */
    private static boolean isOfConda(Place place, PackageScan scan) throws IOException {
        SitePackages site = SitePackages.of(place.base());
        return site != null
                && "conda".equals(Sibling.installer(place, scan))
                && scan.tree().find(site.prefix().resolve("conda-meta")).isPresent();
    }

    /** The claims of the distribution at {@code place}. */
    static Collection<PackageFile> of(Place place, PackageScan scan) throws IOException {
        ImagePath list = place.beside("RECORD");
        Content content = Sibling.find(place, "RECORD", scan);
        if (list == null || content == null) {
            Claims claims = new Claims(place.manifest(), scan);
            claims.addPresent(place, METADATA_FILES, "python.dist-info");
            return claims.files();
        }
        RecordClaims record = new RecordClaims(place, list, scan);
        record.read(content);
        // RECORD lists itself, but not in every distribution.
        record.claims.add(PackageFile.at(list, "python.record.unhashed")
                .note("RECORD, which cannot hold its own checksum")
                .source(list)
                .build());
        return record.claims.files();
    }

    private void read(Content content) throws IOException {
        try (RecordReader reader = new RecordReader(content.open(), scan.limits())) {
            try {
                RecordRow row;
                while ((row = reader.read()) != null) {
                    ImagePath path = claims.locate(base, row.path());
                    if (path != null) {
                        claims.add(claim(path, row));
                    }
                }
            } catch (LimitExceededException e) {
                scan.diagnostics()
                        .error("python.record.limit", list, list + " was read only in part: " + e.getMessage());
            }
            if (reader.malformedRows() > 0) {
                scan.diagnostics()
                        .warning(
                                "python.record.row",
                                list,
                                reader.malformedRows() + " rows of " + list
                                        + " are malformed, the first of them ends in line "
                                        + reader.firstMalformedLine());
            }
        }
    }

    private PackageFile claim(ImagePath path, RecordRow row) {
        Digest digest = row.digest();
        if (digest != null) {
            boolean rewritten = scriptsAreCondas && !path.startsWith(base);
            return PackageFile.at(path, "python.record")
                    .type(EntryType.FILE)
                    .digest(digest)
                    .size(row.bytes())
                    .ifDifferent(rewritten ? Difference.EXPECTED : Difference.MODIFIED)
                    .note(rewritten ? "conda writes start scripts anew" : null)
                    .source(list)
                    .build();
        }
        if (!row.hash().isEmpty()) {
            scan.diagnostics()
                    .warning(
                            "python.record.hash",
                            list,
                            "line " + row.line() + " of " + list + " has a hash that cannot be checked ("
                                    + row.algorithmName() + ")");
        }
        // Compiled files are made at installation or never, and removed at will: the row merely reserves their name.
        boolean compiled = row.hash().isEmpty() && path.latin1().endsWith(".pyc");
        return PackageFile.at(path, "python.record.unhashed")
                .size(row.bytes())
                .ifMissing(compiled ? MissingClass.GHOST : MissingClass.UNEXPLAINED)
                .source(list)
                .build();
    }
}

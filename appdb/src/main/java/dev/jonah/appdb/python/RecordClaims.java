package dev.jonah.appdb.python;

import dev.jonah.appdb.python.format.RecordReader;
import dev.jonah.appdb.python.format.RecordRow;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
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

    private RecordClaims(Place place, ImagePath list, PackageScan scan) {
        this.list = list;
        this.base = place.base();
        this.scan = scan;
        this.claims = new Claims(list, scan);
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
            return PackageFile.at(path, "python.record")
                    .type(EntryType.FILE)
                    .digest(digest)
                    .size(row.bytes())
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

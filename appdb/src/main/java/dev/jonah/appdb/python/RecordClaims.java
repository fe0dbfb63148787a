package dev.jonah.appdb.python;

import dev.jonah.appdb.python.format.RecordReader;
import dev.jonah.appdb.python.format.RecordRow;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    private static final String OUT_OF_LIB_PYTHON = "../../";

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
                    ImagePath moved = moved(row.path());
                    ImagePath path = moved == null ? claims.locate(base, row.path()) : moved;
                    if (path != null && !(isCompiled(path, row) && isForeign(path))) {
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

    /**
     * Where {@code pip install --target} put a program or data file: it installs below {@code lib/python} of another
     * directory, moves all to the target, and leaves RECORD as it was. Null if it did no such thing.
     */
    private @Nullable ImagePath moved(RawText path) {
        String written = path.latin1();
        if (!written.startsWith(OUT_OF_LIB_PYTHON)
                || written.startsWith("../", OUT_OF_LIB_PYTHON.length())
                || SitePackages.of(base) != null) {
            return null;
        }
        ImagePath moved = base.resolve(RawText.ofLatin1(written.substring(OUT_OF_LIB_PYTHON.length())));
        boolean stayed = !base.escapes(path)
                && scan.tree().resolveFile(base.resolve(path)).isPresent();
        return !stayed && scan.tree().find(moved).filter(e -> !e.isDirectory()).isPresent() ? moved : null;
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
        return PackageFile.at(path, "python.record.unhashed")
                .size(row.bytes())
                .ifMissing(isCompiled(path, row) ? MissingClass.GHOST : MissingClass.UNEXPLAINED)
                .source(list)
                .build();
    }

    /**
     * Compiled files are made at installation or never, and removed at will: the row merely reserves their name. Where
     * virtualenv installed from its own copy of a wheel, it lists their directories too.
     */
    private static boolean isCompiled(ImagePath path, RecordRow row) {
        return row.hash().isEmpty()
                && (path.latin1().endsWith(".pyc") || path.latin1().endsWith("/__pycache__"));
    }

    /**
     * Whether Python would load what lies there, and it is not made from the source: something else than the file whose
     * name the row reserves. What Python would not load, since it is older than the source or the source is gone, is the
     * distribution's.
     */
    private boolean isForeign(ImagePath path) throws IOException {
        FileEntry entry = scan.tree().resolveFile(path).orElse(null);
        Bytecode compiled = entry == null ? null : Bytecode.of(path, entry);
        FileEntry source = compiled == null
                ? null
                : scan.tree().resolveFile(compiled.source()).orElse(null);
        Content text = source == null ? null : source.content();
        if (compiled == null || source == null || text == null) {
            return false;
        }
        boolean loaded = compiled.isUnchecked() || compiled.agreement(source, text) != null;
        boolean foreign = loaded && !compiled.isMadeFrom(text, scan.limits(), scan.diagnostics());
        if (foreign) {
            scan.diagnostics()
                    .warning(
                            "python.bytecode.foreign",
                            path,
                            path + " is not made from " + compiled.source() + ", though " + list
                                    + " lists it and Python would load it");
        }
        return foreign;
    }
}

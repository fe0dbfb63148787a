package dev.jonah.appdb.python;

import dev.jonah.appdb.java.zip.DamagedZipException;
import dev.jonah.appdb.java.zip.ZipEntryHead;
import dev.jonah.diagnostic.Limits;
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
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the distributions in archives that Python runs or imports as they are: zipped eggs, and applications that zipapp, pex
 * or shiv packed. An archive's own word claims nothing; an egg is owned where {@code easy-install.pth} beside it names it.
 * Wheels are passed over: what they hold is not installed.
 *
 * <p>Facts beyond those of every package: {@code python.path} (where in the archive), {@code python.vendored}, {@code
 * python.metadata-version}.
 */
public final class PythonArchiveParser implements ManifestParser {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_DISTRIBUTIONS = 10_000;

    /** Found as a service. */
    public PythonArchiveParser() {}

    @Override
    public String id() {
        return "jonah.appdb.python-archive";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(".egg", ".pyz", ".pex");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Python archives",
                "zipped eggs, and the archives of zipapp, pex and shiv, for the distributions in them",
                "a zipped egg that `easy-install.pth` names; else nothing, as an archive's own word claims nothing",
                "**nothing**. A wheel or egg that nobody names is `IDENTIFIED` if its name and its inside agree, and a"
                        + " wheel also with its own list of checksums");
    }

    @Override
    public void parse(FileEntry archive, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Content content = archive.content();
        if (content == null || !archive.type().isRegular()) {
            return;
        }
        try (SeekableByteChannel channel = content.openChannel()) {
            parse(archive.path(), ZippedEntries.of(channel), scan, out);
        } catch (DamagedZipException e) {
            scan.diagnostics()
                    .info(
                            "python.archive.damaged",
                            archive.path(),
                            archive.path() + " is no zip archive, or a damaged one: " + e.getMessage());
        }
    }

    private static void parse(ImagePath archive, ZippedEntries entries, PackageScan scan, Consumer<SoftwarePackage> out)
            throws IOException {
        Set<ImagePath> seen = new HashSet<>();
        long most = Math.min(MOST_BYTES, scan.limits().get(Limits.Name.PARSER_BYTES));
        for (Map.Entry<RawText, ZipEntryHead> each : entries.files().entrySet()) {
            Place place = each.getValue().escapes() ? null : Place.of(archive.resolve(each.getKey()));
            if (place == null || place.directory() == null || !place.hasMetadata() || !seen.add(place.directory())) {
                continue;
            }
            if (each.getValue().size() > most || seen.size() > MOST_DISTRIBUTIONS) {
                scan.diagnostics()
                        .error(
                                "python.archive.limit",
                                archive,
                                "the metadata " + each.getKey() + " in " + archive
                                        + " was left out because of a limit");
                continue;
            }
            Headers headers = Headers.read(place.manifest(), entries.open(each.getValue()), scan);
            Purl purl = Identity.of(place, headers, scan.diagnostics());
            if (purl != null) {
                out.accept(describe(archive, place, purl, headers, scan));
            }
        }
    }

    private static SoftwarePackage describe(
            ImagePath archive, Place place, Purl purl, Headers headers, PackageScan scan) throws IOException {
        String inside = place.manifest().toString().substring(archive.toString().length());
        boolean vendored = inside.contains("/_vendor");
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, archive)
                .licenses(headers.licenses())
                .description(headers.first("Summary"))
                .homepage(headers.homepage())
                .maintainer(headers.maintainer())
                .dependencies(headers.all("Requires-Dist"))
                .extra("python.path", archive + "!" + inside)
                .extra("python.metadata-version", headers.first("Metadata-Version"))
                .extra("python.vendored", vendored ? "true" : null);
        if (inside.equals("/EGG-INFO/PKG-INFO")) {
            ImagePath list = EasyInstall.naming(archive, scan.tree(), scan.limits(), scan.diagnostics());
            if (list != null) {
                builder.file(PackageFile.at(archive, "python.easy-install")
                        .note("easy_install put it on the path")
                        .source(list)
                        .build());
            }
        }
        return builder.build();
    }
}

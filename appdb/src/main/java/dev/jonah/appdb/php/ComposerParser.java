package dev.jonah.appdb.php;

import dev.jonah.appdb.php.format.ComposerInstallation;
import dev.jonah.appdb.php.format.ComposerPackage;
import dev.jonah.appdb.php.format.ComposerPackage.Origin;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds packages of Composer by {@code vendor/composer/installed.json}, or by {@code installed.php} if only that is there,
 * and the project that they were installed for. A package owns what lies in the directory that the record names; nobody
 * recorded what that should contain, so it is never verified.
 *
 * <p>Facts beyond those of every package: {@code composer.type}, {@code composer.dev}, {@code composer.time}, {@code
 * composer.directory} where it is not the name, {@code composer.dist}, {@code composer.dist-reference} and {@code
 * composer.dist-sha1} (of the archive it came in), {@code composer.source} and {@code composer.source-reference}, {@code
 * composer.root} (it is the project).
 */
public final class ComposerParser implements ManifestParser {
    private static final int DEEPEST = 8;

    /** Found as a service. */
    public ComposerParser() {}

    @Override
    public String id() {
        return "jonah.appdb.composer";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.pathSuffix("composer/installed.json", "composer/installed.php");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "PHP",
                "Composer 1 and 2: `vendor/composer/installed.json`, or `installed.php` where only that is left;"
                        + " `composer.json` of the project",
                "all that lies in the directory that the record names, directories of other packages excepted; the"
                        + " project claims its `composer.json` and the files that Composer writes to load classes",
                "**nothing**: Composer records no checksums of files");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Vendor vendor = manifest.type().isRegular() ? Vendor.of(manifest.path()) : null;
        if (vendor == null) {
            return;
        }
        if (vendor.depth(scan.tree()) > DEEPEST) {
            scan.diagnostics()
                    .warning(
                            "composer.nested",
                            manifest.path(),
                            manifest.path() + " lies in packages of packages, deeper than any; it was not read");
            return;
        }
        ComposerRecords records = new ComposerRecords(scan.tree(), scan.limits(), scan.diagnostics());
        boolean isPhp = manifest.path().equals(vendor.php());
        boolean hasJson = scan.tree()
                .find(vendor.json())
                .filter(file -> file.type().isRegular())
                .isPresent();
        if (!isPhp || !hasJson) {
            ComposerInstallation installation = records.installation(vendor);
            if (installation != null) {
                packages(vendor, installation, manifest.path(), scan, out);
            }
        }
        boolean hasPhp = isPhp
                || scan.tree()
                        .find(vendor.php())
                        .filter(file -> file.type().isRegular())
                        .isPresent();
        if (isPhp == hasPhp) {
            SoftwarePackage project = ComposerProject.of(vendor, records, manifest.path(), scan);
            if (project != null) {
                out.accept(project);
            }
        }
    }

    private static void packages(
            Vendor vendor,
            ComposerInstallation installation,
            ImagePath record,
            PackageScan scan,
            Consumer<SoftwarePackage> out)
            throws IOException {
        ComposerDirectories directories = ComposerDirectories.of(vendor, installation, scan);
        Map<String, Purl> byName = byName(installation, record);
        for (ComposerPackage each : installation.packages()) {
            Purl purl = ComposerNames.purl(each.name(), each.version(), record, scan.diagnostics());
            if (purl == null) {
                continue;
            }
            SoftwarePackage.Builder builder = describe(each, purl, record)
                    .extra(
                            "composer.dev",
                            installation.development().contains(ComposerNames.key(String.valueOf(each.name())))
                                    ? "true"
                                    : null)
                    .extra("composer.directory", elsewhere(directories.locate(each), each, vendor));
            for (String required : each.requires().keySet()) {
                Purl found = byName.get(ComposerNames.key(required));
                if (found != null) {
                    builder.resolved(record, found);
                }
            }
            if (scan.wantsFiles()) {
                directories.claim(each, record, builder);
            }
            out.accept(builder.build());
        }
    }

    /** Packages by their names, and after those by the names of what they replace or provide. */
    private static Map<String, Purl> byName(ComposerInstallation installation, ImagePath record) {
        Map<String, Purl> byName = new HashMap<>();
        Map<String, Purl> others = new HashMap<>();
        for (ComposerPackage each : installation.packages()) {
            Purl purl = ComposerNames.purl(each.name(), each.version(), record, ignored -> {});
            if (purl != null) {
                byName.putIfAbsent(ComposerNames.key(String.valueOf(each.name())), purl);
                each.replaces().keySet().forEach(name -> others.putIfAbsent(ComposerNames.key(name), purl));
                each.provides().keySet().forEach(name -> others.putIfAbsent(ComposerNames.key(name), purl));
            }
        }
        others.forEach(byName::putIfAbsent);
        return byName;
    }

    private static @Nullable String elsewhere(@Nullable ImagePath directory, ComposerPackage each, Vendor vendor) {
        return directory == null || directory.equals(vendor.directory().resolve(String.valueOf(each.name())))
                ? null
                : directory.toString();
    }

    /** What a package says of itself. */
    static SoftwarePackage.Builder describe(ComposerPackage each, Purl purl, ImagePath record) {
        List<String> dependencies = new ArrayList<>();
        each.requires().forEach((name, range) -> dependencies.add(name + " " + range));
        Origin dist = each.dist();
        Origin source = each.source();
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, record)
                .licenses(each.licenses())
                .description(each.description())
                .homepage(each.homepage())
                .maintainer(each.authors().isEmpty() ? null : String.join(", ", each.authors()))
                .dependencies(dependencies)
                .extra("composer.type", each.type())
                .extra("composer.time", each.time());
        if (dist != null) {
            builder.extra("composer.dist", dist.url())
                    .extra("composer.dist-reference", dist.reference())
                    .extra("composer.dist-sha1", dist.checksum());
        }
        if (source != null) {
            builder.extra("composer.source", source.url()).extra("composer.source-reference", source.reference());
        }
        return builder;
    }
}

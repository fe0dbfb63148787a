package dev.jonah.appdb.php;

import dev.jonah.appdb.php.format.PearFile;
import dev.jonah.appdb.php.format.PearPackage;
import dev.jonah.appdb.php.format.PearPackage.Dependency;
import dev.jonah.appdb.php.format.PearPackageReader;
import dev.jonah.appdb.support.Contents;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds packages of PEAR and PECL by PEAR's registry, which lists every installed file and has an MD5 of those that came in
 * the package. There is no registered type of package URL for them, so theirs is {@code generic} with the channel as
 * namespace.
 *
 * <p>Facts beyond those of every package: {@code pear.channel}, {@code pear.license-uri}, {@code pear.alias} (the package
 * URL that other tools write).
 */
public final class PearParser implements ManifestParser {
    /** Found as a service. */
    public PearParser() {}

    @Override
    public String id() {
        return "jonah.appdb.pear";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(".reg");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "PHP",
                "PEAR and PECL: `.registry/*.reg` and `.registry/.channel.*/*.reg`",
                "every file that the record says was installed",
                "MD5 of content for files that came in the package; libraries that were built have none, and files in"
                        + " which PEAR replaces text may differ: those are `OWNED`");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        PearRegistry registry = manifest.type().isRegular() ? PearRegistry.of(manifest.path()) : null;
        if (registry == null) {
            return;
        }
        PearPackage found = read(manifest, scan);
        Purl purl = found == null ? null : purl(found, registry, manifest.path(), scan);
        if (found != null && purl != null) {
            out.accept(describe(found, purl, registry, manifest.path(), scan));
        }
    }

    private static @Nullable PearPackage read(FileEntry manifest, PackageScan scan) throws IOException {
        ImagePath path = manifest.path();
        Content content = Contents.of(manifest, "pear.registry.lost", scan);
        if (content == null) {
            return null;
        }
        try {
            return PearPackageReader.read(content.open(), scan.limits());
        } catch (LimitExceededException e) {
            scan.diagnostics().error("pear.registry.limit", path, path + ": " + e.getMessage());
        } catch (IOException e) {
            scan.diagnostics().warning("pear.registry", path, path + " cannot be read: " + e.getMessage());
        }
        return null;
    }

    private static @Nullable Purl purl(PearPackage found, PearRegistry registry, ImagePath manifest, PackageScan scan) {
        String name = found.name();
        if (name == null
                || !Names.NAME.matcher(name).matches()
                || !Names.CHANNEL.matcher(channel(found, registry)).matches()) {
            scan.diagnostics().warning("pear.registry.name", manifest, manifest + " names no package");
            return null;
        }
        return Purl.of("generic", name)
                .namespace(channel(found, registry))
                .version(found.version())
                .build();
    }

    /** Apart, so that they are made only where there is such a registry. */
    private static final class Names {
        static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,254}");
        static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./-]{0,254}");

        private Names() {}
    }

    private static String channel(PearPackage found, PearRegistry registry) {
        return found.channel() == null ? registry.channel() : found.channel();
    }

    private static SoftwarePackage describe(
            PearPackage found, Purl purl, PearRegistry registry, ImagePath manifest, PackageScan scan) {
        List<String> dependencies = new ArrayList<>();
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, manifest)
                .licenses(found.license() == null || found.license().isEmpty() ? List.of() : List.of(found.license()))
                .description(found.summary() == null ? found.description() : found.summary())
                .maintainer(found.maintainers().isEmpty() ? null : String.join(", ", found.maintainers()))
                .extra("pear.channel", channel(found, registry))
                .extra("pear.license-uri", found.licenseUri())
                .extra("pear.alias", "pkg:pear/" + purl.toString().substring("pkg:generic/".length()));
        for (Dependency each : found.dependencies()) {
            String name = each.channel() == null ? each.name() : each.channel() + "/" + each.name();
            dependencies.add((name + " " + each.versions()).strip() + (each.optional() ? " (optional)" : ""));
            ImagePath record = each.channel() == null ? null : registry.record(each.channel(), each.name());
            if (record != null && scan.tree().find(record).isPresent()) {
                builder.resolved(record, null);
            }
        }
        builder.dependencies(dependencies);
        if (scan.wantsFiles()) {
            claim(found, manifest, scan, builder);
        }
        return builder.build();
    }

    private static void claim(PearPackage found, ImagePath manifest, PackageScan scan, SoftwarePackage.Builder out) {
        out.file(PackageFile.at(manifest, "pear.record")
                .note("PEAR's record of the package, which holds no checksum of itself")
                .build());
        for (PearFile file : found.files()) {
            RawText installed = file.installedAs();
            if (installed == null) {
                continue;
            }
            ImagePath path = ImagePath.of(installed);
            if (!installed.latin1().startsWith("/") || path.isRoot() || ImagePath.ROOT.escapes(installed)) {
                scan.diagnostics()
                        .warning(
                                "pear.registry.path",
                                manifest,
                                manifest + " lists " + installed + ", which is no path");
                continue;
            }
            Digest md5 = md5(file, manifest, scan);
            out.file(PackageFile.at(path, md5 == null ? "pear.registry.unhashed" : "pear.registry")
                    .type(md5 == null ? null : EntryType.FILE)
                    .digest(md5)
                    .ifDifferent(file.changed() ? Difference.EXPECTED : Difference.MODIFIED)
                    .note(file.changed() ? "PEAR replaces text in it when it installs it" : null)
                    .build());
        }
    }

    private static @Nullable Digest md5(PearFile file, ImagePath manifest, PackageScan scan) {
        Digest digest =
                file.md5() == null ? null : Digest.parse("md5:" + file.md5().toLowerCase(Locale.ROOT));
        if (file.md5() != null && digest == null) {
            scan.diagnostics()
                    .warning(
                            "pear.registry.checksum",
                            manifest,
                            manifest + " has a checksum of " + file.name() + " that is none");
        }
        return digest;
    }
}

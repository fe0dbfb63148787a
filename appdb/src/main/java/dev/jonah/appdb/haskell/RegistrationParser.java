package dev.jonah.appdb.haskell;

import dev.jonah.appdb.haskell.format.Registration;
import dev.jonah.appdb.support.Contents;
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
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds packages of Haskell in the databases of GHC: {@code package.conf.d/*.conf} of GHC, Stack and distributions,
 * {@code package.db/*.conf} of cabal's store. What is linked into a program leaves no trace in it.
 *
 * <p>Facts beyond those of every package: {@code haskell.unit-id}, {@code haskell.abi}, {@code haskell.library} (one of
 * several in its package).
 */
public final class RegistrationParser implements ManifestParser {
    /** Found as a service. */
    public RegistrationParser() {}

    @Override
    public String id() {
        return "jonah.appdb.haskell";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(".conf");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Haskell",
                "registrations in `package.conf.d` and `package.db`, of GHC, Stack, cabal and distributions",
                "the interfaces of the modules that it names, its libraries; headers, data and documentation in directories"
                        + " that have its name and version",
                "**nothing**: a registration has no checksums of files");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath path = manifest.path();
        ImagePath database = path.parent();
        String place = database == null ? "" : database.fileName();
        if (database == null
                || !(place.equals("package.conf.d") || place.equals("package.db"))
                || !manifest.type().isRegular()) {
            return;
        }
        Registration registration = read(manifest, scan);
        Purl purl = registration == null ? null : purl(registration, path, scan);
        if (registration == null || purl == null) {
            return;
        }
        String license = registration.text("license");
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, path)
                .licenses(license == null ? List.of() : List.of(license))
                .description(registration.text("synopsis"))
                .homepage(registration.text("homepage"))
                .maintainer(registration.text("maintainer"))
                .dependencies(registration.words("depends"))
                .extra("haskell.unit-id", registration.text("id"))
                .extra("haskell.abi", registration.text("abi"))
                .extra("haskell.library", registration.text("lib-name"));
        Database all = Database.in(database, scan);
        for (String dependency : registration.words("depends")) {
            ImagePath instance = all.byId().get(dependency);
            if (instance != null) {
                builder.resolved(instance, null);
            }
        }
        if (scan.wantsFiles()) {
            RegisteredFiles.of(path, registration, scan.tree()).forEach(builder::file);
        }
        out.accept(builder.build());
    }

    private static @Nullable Registration read(FileEntry manifest, PackageScan scan) throws IOException {
        return Contents.read(
                manifest,
                "haskell.registration.lost",
                "haskell.registration.limit",
                scan,
                in -> Registration.read(in, scan.limits()));
    }

    /** A library of several in a package is told by the package's name; GHC's run-time system is on no Hackage. */
    private static @Nullable Purl purl(Registration registration, ImagePath path, PackageScan scan) {
        String inPackage = registration.text("package-name");
        String name = inPackage == null ? registration.text("name") : inPackage;
        String version = registration.text("version");
        try {
            if (name == null || version == null || !name.matches("[A-Za-z0-9]+(-[A-Za-z0-9]+)*")) {
                throw new IllegalArgumentException("'" + name + "', version '" + version + "'");
            }
            return Purl.of(name.equals("rts") ? "generic" : "hackage", name)
                    .version(version)
                    .build();
        } catch (IllegalArgumentException e) {
            String message = path + " registers what cannot be a package: " + e.getMessage();
            scan.diagnostics().warning("haskell.registration.name", path, message);
            return null;
        }
    }
}

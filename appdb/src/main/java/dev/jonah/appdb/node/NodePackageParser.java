package dev.jonah.appdb.node;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.node.format.LockedPackage;
import dev.jonah.appdb.node.format.PackageJson;
import dev.jonah.appdb.node.format.PackageJsonReader;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds packages of Node in {@code node_modules}: every directory right below it, or below a scope in it, whose {@code
 * package.json} has a name and a version, or only the directory's name. Trees of npm, yarn and pnpm are alike in this. A package owns what lies in its
 * directory; nobody recorded what that should contain, so it is never verified.
 *
 * <p>The project around {@code node_modules} is a package too, found by its {@code package.json} beside it, and claims that
 * file alone: what else lies there, no installer put there.
 *
 * <p>Projects of Yarn's Plug'n'Play have no {@code node_modules}: a map says which archive each package lies in, see {@link
 * PnpPackages}.
 *
 * <p>Facts beyond those of every package: {@code npm.integrity} and {@code npm.resolved} (of the archive it came in), {@code
 * npm.in-lock} (whether npm's own record names it), {@code npm.dev}, {@code npm.optional}, {@code npm.bundled}, {@code
 * npm.private}, {@code npm.directory} where it is not the name, {@code npm.repository}, {@code npm.cached}, {@code yarn.reference} (what Yarn calls its version and source).
 */
public final class NodePackageParser implements ManifestParser {
    private static final String MANIFEST = "package.json";

    /** Found as a service. */
    public NodePackageParser() {}

    @Override
    public String id() {
        return "jonah.appdb.node";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Node",
                "`package.json` of each directory in `node_modules`, of npm, Yarn, pnpm and Bun, and of the project"
                        + " beside it; npm's record of the tree; the map of Yarn's Plug'n'Play (`.pnp.cjs`,"
                        + " `.pnp.data.json`), the archives that it names, and `yarn.lock`",
                "all that lies in the package's directory, packages nested in it excepted; its archive with Plug'n'Play;"
                        + " of a project its `package.json` alone",
                "archives of Plug'n'Play with the SHA-512 of `yarn.lock`; directories with **nothing**: npm records no"
                        + " checksums of files. What somebody adds to or changes in such a directory is `OWNED` like the"
                        + " rest, and looked at for alarming signals. Whether the package is the one that npm recorded is"
                        + " told by `npm.lock.differs`");
    }

    @Override
    public FilePattern accepts() {
        return PnpMaps.FILES.orNamed(MANIFEST);
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath directory = manifest.path().parent();
        if (directory == null || !manifest.type().isRegular()) {
            return;
        }
        if (!manifest.path().fileName().equals(MANIFEST)) {
            PnpPackages.of(manifest.path(), scan, out);
            return;
        }
        Place place = Place.of(directory);
        if (place == null && scan.tree().find(directory.resolve("node_modules")).isEmpty()) {
            return;
        }
        PackageJson json = read(manifest, place != null, scan);
        boolean named = json != null && place != null && place.name().equals(json.name());
        SoftwarePackage.Builder builder = json == null
                ? null
                : named ? Described.named(json, manifest.path(), scan) : Described.of(json, manifest.path(), scan);
        if (json == null || builder == null) {
            return;
        }
        List<ImagePath> mapped = PnpMaps.of(scan).meant(manifest.path());
        if (mapped != null) {
            mapped.forEach(meant -> builder.resolved(meant, null));
        } else {
            new Requires(directory, scan.tree()).resolve(Described.names(json), builder);
        }
        if (place == null) {
            builder.file(PackageFile.at(manifest.path(), "npm.project")
                    .note("it describes the project whose node_modules lie beside it")
                    .build());
        } else {
            locked(place, json, scan, builder);
            builder.extra("npm.cached", flag(isInCacheOfYarn(place)));
            for (FileEntry file : scan.wantsFiles() ? OwnedFiles.of(directory, scan.tree()) : List.<FileEntry>of()) {
                builder.file(PackageFile.at(file.path(), "npm.directory")
                        .note("by directory: npm records no list of files")
                        .byDirectory()
                        .build());
            }
        }
        out.accept(builder.build());
    }

    /** Null, and a diagnostic if it should have been one, if it cannot be read as what it is. */
    static @Nullable PackageJson read(FileEntry manifest, boolean expected, PackageScan scan) throws IOException {
        Content content = manifest.content();
        if (content == null) {
            scan.diagnostics().error("npm.package.lost", manifest.path(), manifest.path() + " has lost its bytes");
            return null;
        }
        if (content.size() > scan.limits().get(Limits.Name.PARSER_BYTES)) {
            scan.diagnostics()
                    .error("npm.package.limit", manifest.path(), manifest.path() + " is too large to be read");
            return null;
        }
        try {
            return PackageJsonReader.read(content.open());
        } catch (JacksonException e) {
            if (expected) {
                String message = manifest.path() + " cannot be read: " + e.getOriginalMessage();
                scan.diagnostics().warning("npm.package.json", manifest.path(), message);
            }
            return null;
        }
    }

    /** What npm's record of the whole tree says of this package, and whether it is what lies there. */
    private static void locked(Place place, PackageJson json, PackageScan scan, SoftwarePackage.Builder out)
            throws IOException {
        Locks.Lock lock = Locks.of(place, scan);
        LockedPackage locked = lock.of(place);
        if (!place.name().equals(json.name())) {
            out.extra("npm.directory", place.name());
        }
        if (!lock.present()) {
            return;
        }
        out.extra("npm.in-lock", String.valueOf(locked != null));
        if (locked == null) {
            scan.diagnostics()
                    .info(
                            "npm.lock.unnamed",
                            place.directory(),
                            place.directory() + " is not in npm's record of what it installed");
            return;
        }
        if (locked.version() != null && !locked.version().equals(json.version())
                || !locked.packageName().equals(json.name())) {
            scan.diagnostics()
                    .warning(
                            "npm.lock.differs",
                            place.directory(),
                            place.directory() + " is " + json.name() + " " + json.version() + ", npm installed "
                                    + locked.packageName() + " " + locked.version());
        }
        out.extra("npm.integrity", locked.integrity())
                .extra("npm.resolved", locked.resolved())
                .extra("npm.dev", flag(locked.dev()))
                .extra("npm.optional", flag(locked.optional()))
                .extra("npm.bundled", flag(locked.bundled()));
    }

    /** Yarn 1 keeps {@code npm-accepts-1.3.8-…-integrity/node_modules/accepts}. */
    private static boolean isInCacheOfYarn(Place place) {
        ImagePath above = place.modules().parent();
        String name = above == null || above.isRoot() ? "" : above.fileName();
        return name.startsWith("npm-") && name.endsWith("-integrity");
    }

    private static @Nullable String flag(boolean value) {
        return value ? "true" : null;
    }
}

package dev.jonah.appdb.node;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.node.format.LockedPackage;
import dev.jonah.appdb.node.format.PackageJson;
import dev.jonah.appdb.node.format.PackageJsonReader;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds packages of Node in {@code node_modules}: every directory right below it, or below a scope in it, whose {@code
 * package.json} has a name and a version. Trees of npm, yarn and pnpm are alike in this. A package owns what lies in its
 * directory; nobody recorded what that should contain, so it is never verified.
 *
 * <p>The project around {@code node_modules} is a package too, found by its {@code package.json} beside it, and claims that
 * file alone: what else lies there, no installer put there.
 *
 * <p>Facts beyond those of every package: {@code npm.integrity} and {@code npm.resolved} (of the archive it came in), {@code
 * npm.in-lock} (whether npm's own record names it), {@code npm.dev}, {@code npm.optional}, {@code npm.bundled}, {@code
 * npm.private}, {@code npm.directory} where it is not the name, {@code npm.repository}.
 */
public final class NodePackageParser implements ManifestParser {
    /** Found as a service. */
    public NodePackageParser() {}

    @Override
    public String id() {
        return "jonah.appdb.node";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("package.json");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath directory = manifest.path().parent();
        if (directory == null || !manifest.type().isRegular()) {
            return;
        }
        Place place = Place.of(directory);
        if (place == null && scan.tree().find(directory.resolve("node_modules")).isEmpty()) {
            return;
        }
        PackageJson json = read(manifest, place != null, scan);
        if (json == null || json.name() == null || json.version() == null || json.foreign() != null) {
            return;
        }
        Purl purl = purl(json, manifest.path(), scan);
        if (purl == null) {
            return;
        }
        SoftwarePackage.Builder builder = describe(json, purl, manifest.path());
        if (place == null) {
            builder.file(PackageFile.at(manifest.path(), "npm.project")
                    .note("it describes the project whose node_modules lie beside it")
                    .build());
        } else {
            locked(place, json, scan, builder);
            for (FileEntry file : scan.wantsFiles() ? OwnedFiles.of(directory, scan.tree()) : List.<FileEntry>of()) {
                builder.file(PackageFile.at(file.path(), "npm.directory")
                        .note("by directory: npm records no list of files")
                        .build());
            }
        }
        out.accept(builder.build());
    }

    /** Null, and a diagnostic if it should have been one, if it cannot be read as what it is. */
    private static @Nullable PackageJson read(FileEntry manifest, boolean expected, PackageScan scan)
            throws IOException {
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

    private static @Nullable Purl purl(PackageJson json, ImagePath manifest, PackageScan scan) {
        String name = String.valueOf(json.name());
        int slash = name.indexOf('/');
        try {
            if (!name.matches("(@[A-Za-z0-9._~-]+/)?[A-Za-z0-9._~-]{1,214}")) {
                throw new IllegalArgumentException("not a name: '" + name + "'");
            }
            Purl.Builder purl = Purl.of("npm", name.substring(slash + 1)).version(json.version());
            return (slash < 0 ? purl : purl.namespace(name.substring(0, slash))).build();
        } catch (IllegalArgumentException e) {
            scan.diagnostics().warning("npm.package.name", manifest, manifest + " names no package: " + e.getMessage());
            return null;
        }
    }

    private static SoftwarePackage.Builder describe(PackageJson json, Purl purl, ImagePath manifest) {
        List<String> dependencies = new ArrayList<>(ranges(json.dependencies(), ""));
        dependencies.addAll(ranges(json.optionalDependencies(), " (optional)"));
        dependencies.addAll(ranges(json.peerDependencies(), " (peer)"));
        return SoftwarePackage.of(purl, Kind.APPLICATION, manifest)
                .licenses(json.licenses())
                .description(json.description())
                .homepage(json.homepage())
                .maintainer(json.author())
                .dependencies(dependencies)
                .extra("npm.repository", json.repository())
                .extra("npm.private", flag(json.isPrivate()));
    }

    private static List<String> ranges(Map<String, String> byName, String mark) {
        return byName.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + mark)
                .toList();
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

    private static @Nullable String flag(boolean value) {
        return value ? "true" : null;
    }
}

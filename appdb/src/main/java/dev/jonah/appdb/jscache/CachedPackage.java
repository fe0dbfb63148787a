package dev.jonah.appdb.jscache;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.node.format.PackageJson;
import dev.jonah.appdb.node.format.PackageJsonReader;
import dev.jonah.appdb.support.Contents;
import dev.jonah.appdb.support.Directory;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A package of npm that lies unpacked in a cache. */
final class CachedPackage {
    private CachedPackage() {}

    /** Null unless its {@code package.json} names what the cache calls it. */
    static SoftwarePackage.@Nullable Builder of(FileEntry manifest, String name, String version, PackageScan scan)
            throws IOException {
        PackageJson json = read(manifest, scan);
        if (json == null || !name.equals(json.name()) || !version.equals(json.version())) {
            return null;
        }
        int slash = name.indexOf('/');
        try {
            Purl purl = Purl.of("npm", name.substring(slash + 1))
                    .namespace(slash < 0 ? null : name.substring(0, slash))
                    .version(version)
                    .build();
            List<String> dependencies = new ArrayList<>();
            json.dependencies().forEach((needed, range) -> dependencies.add(needed + " " + range));
            json.optionalDependencies()
                    .forEach((needed, range) -> dependencies.add(needed + " " + range + " (optional)"));
            json.peerDependencies().forEach((needed, range) -> dependencies.add(needed + " " + range + " (peer)"));
            return SoftwarePackage.of(purl, Kind.APPLICATION, manifest.path())
                    .licenses(json.licenses())
                    .description(json.description())
                    .homepage(json.homepage())
                    .maintainer(json.author())
                    .dependencies(dependencies)
                    .extra("npm.repository", json.repository())
                    .extra("npm.cached", "true");
        } catch (IllegalArgumentException e) {
            String message = manifest.path() + " names no package: " + e.getMessage();
            scan.diagnostics().warning("npm.package.name", manifest.path(), message);
            return null;
        }
    }

    /** Claims what lies in the directory, but for packages that are bundled in it: those are their own. */
    static void claim(ImagePath directory, String rule, PackageScan scan, SoftwarePackage.Builder out) {
        Directory.claim(
                directory,
                scan.tree(),
                rule,
                "by directory: the cache has no list of a package's files",
                other -> other.name().latin1().equals("node_modules"),
                out::file);
    }

    private static @Nullable PackageJson read(FileEntry manifest, PackageScan scan) throws IOException {
        try {
            return Contents.read(
                    manifest, "npm.cache.lost", "npm.cache.manifest-limit", scan, in -> PackageJsonReader.read(in));
        } catch (JacksonException e) {
            String message = manifest.path() + " cannot be read: " + e.getOriginalMessage();
            scan.diagnostics().warning("npm.cache.json", manifest.path(), message);
            return null;
        }
    }
}

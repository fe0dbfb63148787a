package dev.jonah.appdb.node;

import dev.jonah.appdb.node.format.PackageJson;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A package as its {@code package.json} describes it, wherever that lies. */
final class Described {
    private Described() {}

    /** Null if it has no name or version, or is of something else than Node; with a diagnostic if no package can have it. */
    static SoftwarePackage.@Nullable Builder of(PackageJson json, ImagePath foundAt, PackageScan scan) {
        return json.version() == null ? null : named(json, foundAt, scan);
    }

    /** The same where a name is enough: what a project installs from its own directories often has no version. */
    static SoftwarePackage.@Nullable Builder named(PackageJson json, ImagePath foundAt, PackageScan scan) {
        Purl purl =
                json.name() == null || json.foreign() != null ? null : purl(json.name(), json.version(), foundAt, scan);
        if (purl == null) {
            return null;
        }
        List<String> dependencies = new ArrayList<>(ranges(json.dependencies(), ""));
        dependencies.addAll(ranges(json.optionalDependencies(), " (optional)"));
        dependencies.addAll(ranges(json.peerDependencies(), " (peer)"));
        return SoftwarePackage.of(purl, Kind.APPLICATION, foundAt)
                .licenses(json.licenses())
                .description(json.description())
                .homepage(json.homepage())
                .maintainer(json.author())
                .dependencies(dependencies)
                .extra("npm.repository", json.repository())
                .extra("npm.private", json.isPrivate() ? "true" : null);
    }

    private static @Nullable Purl purl(String name, @Nullable String version, ImagePath manifest, PackageScan scan) {
        int slash = name.indexOf('/');
        try {
            if (!PackageName.isOne(name)) {
                throw new IllegalArgumentException("not a name: '" + name + "'");
            }
            Purl.Builder purl = Purl.of("npm", name.substring(slash + 1)).version(version);
            return (slash < 0 ? purl : purl.namespace(name.substring(0, slash))).build();
        } catch (IllegalArgumentException e) {
            scan.diagnostics().warning("npm.package.name", manifest, manifest + " names no package: " + e.getMessage());
            return null;
        }
    }

    /** The names of all that it depends on. */
    static List<String> names(PackageJson json) {
        return Stream.of(json.dependencies(), json.optionalDependencies(), json.peerDependencies())
                .flatMap(byName -> byName.keySet().stream())
                .toList();
    }

    private static List<String> ranges(Map<String, String> byName, String mark) {
        return byName.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + mark)
                .toList();
    }
}

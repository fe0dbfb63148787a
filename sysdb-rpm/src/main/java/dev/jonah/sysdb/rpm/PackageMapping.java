package dev.jonah.sysdb.rpm;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.rpm.format.RpmDependency;
import dev.jonah.sysdb.rpm.format.RpmPackage;
import dev.jonah.sysdb.rpm.format.RpmSource;
import dev.jonah.sysdb.rpm.format.RpmTag;
import dev.jonah.value.ImagePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a header into a package.
 *
 * @param label what the package URLs have in common
 * @param database the file that holds it
 */
record PackageMapping(Label label, ImagePath database) {
    /**
     * @throws IllegalArgumentException if there can be no package URL
     */
    SoftwarePackage.Builder map(RpmPackage from, String name) {
        String architecture = from.architecture();
        String license = from.license();
        RpmSource source = from.source();
        SoftwarePackage.Builder to = SoftwarePackage.of(
                        label.purl(name, from.versionAndRelease(), from.epoch(), architecture, from.vendor()),
                        SoftwarePackage.Kind.SYSTEM,
                        database)
                .architecture(architecture)
                .licenses(license == null ? List.of() : List.of(license))
                .description(from.summary())
                .homepage(from.url())
                .maintainer(from.packager())
                .dependencies(words(from, RpmDependency.Kind.REQUIRES));
        if (source != null) {
            to.source(source.name(), source.version());
        }
        String module = from.modularityLabel();
        return to.extra("rpm.source-rpm", from.sourceRpm())
                .extra("rpm.vendor", from.vendor())
                .extra("rpm.distribution", from.distribution())
                .extra("rpm.build-host", from.buildHost())
                .extra("rpm.build-time", number(from.buildTime()))
                .extra("rpm.install-time", number(from.installTime()))
                .extra("rpm.installed-size", number(from.size()))
                .extra("rpm.modularity-label", module != null && module.isEmpty() ? "(empty)" : module)
                .extra("rpm.file-signatures", signatures(from))
                .extra("rpm.relocated-to", String.join(" ", from.installationPrefixes()))
                .extra("rpm.provides", String.join(", ", words(from, RpmDependency.Kind.PROVIDES)));
    }

    /** How many files are signed one by one; null for none. */
    private static @Nullable String signatures(RpmPackage from) {
        long count = from.header().texts(RpmTag.FILESIGNATURES).stream()
                .filter(signature -> !signature.isEmpty())
                .count();
        return count == 0 ? null : String.valueOf(count);
    }

    private static List<String> words(RpmPackage from, RpmDependency.Kind kind) {
        return from.dependencies(kind).stream()
                .map(RpmDependency::toString)
                .distinct()
                .toList();
    }

    private static @Nullable String number(@Nullable Long value) {
        return value == null ? null : value.toString();
    }
}

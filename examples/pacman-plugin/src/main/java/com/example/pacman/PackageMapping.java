package com.example.pacman;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.packages.SoftwarePackage;
import org.jspecify.annotations.Nullable;

/** Turns {@code desc} into a package. */
final class PackageMapping {
    private PackageMapping() {}

    /** The package without its files; null, with a diagnostic, if it cannot have a package URL. */
    static SoftwarePackage.@Nullable Builder map(Description from, Label label, Diagnostics diagnostics) {
        String architecture = from.first("ARCH");
        SoftwarePackage.Builder to;
        try {
            to = SoftwarePackage.of(
                    label.purl(from.name(), from.version(), architecture),
                    SoftwarePackage.Kind.SYSTEM,
                    from.file("desc"));
        } catch (IllegalArgumentException e) {
            diagnostics.error("pacman.desc.name", from.file("desc"), "no package URL: " + e.getMessage());
            return null;
        }
        String base = from.first("BASE");
        // pacman builds all packages of a base at once, so that they share the version.
        return to.architecture(architecture)
                .source(base, from.version())
                .licenses(from.all("LICENSE"))
                .description(from.first("DESC"))
                .homepage(from.first("URL"))
                .maintainer(from.first("PACKAGER"))
                .dependencies(from.all("DEPENDS"))
                .extra("pacman.reason", reason(from.first("REASON")))
                .extra("pacman.repository", from.first("INSTALLED_DB"))
                .extra("pacman.data", String.join(" ", from.all("XDATA")))
                .extra("pacman.validation", String.join(" ", from.all("VALIDATION")))
                .extra("pacman.groups", String.join(" ", from.all("GROUPS")))
                .extra("pacman.provides", String.join(" ", from.all("PROVIDES")))
                .extra("pacman.conflicts", String.join(" ", from.all("CONFLICTS")))
                .extra("pacman.replaces", String.join(" ", from.all("REPLACES")))
                .extra("pacman.optional", String.join(", ", from.all("OPTDEPENDS")))
                .extra("pacman.build-time", from.first("BUILDDATE"))
                .extra("pacman.install-time", from.first("INSTALLDATE"))
                .extra("pacman.installed-size", from.first("SIZE"));
    }

    /** pacman writes a reason only if it is not that somebody asked for the package. */
    private static String reason(@Nullable String number) {
        return number == null || number.equals("0") ? "explicit" : number.equals("1") ? "dependency" : number;
    }
}

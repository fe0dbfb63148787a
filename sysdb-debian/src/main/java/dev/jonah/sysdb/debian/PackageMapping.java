package dev.jonah.sysdb.debian;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.debian.format.DpkgPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Turns a stanza into a package.
 *
 * @param label what the package URLs have in common
 * @param automatic by name and architecture, and by name alone, what apt says of how it came to be installed
 */
record PackageMapping(Label label, Map<String, Boolean> automatic) {
    /** @throws IllegalArgumentException if there can be no package URL of this name */
    SoftwarePackage.Builder map(Installed found) {
        DpkgPackage from = found.stanza();
        SoftwarePackage.Builder to = label.start(found.name(), from.version(), from.architecture(), found.foundAt());
        DpkgPackage.Source source = from.source();
        if (source != null) {
            to.source(source.name(), source.version());
        }
        List<String> dependencies = new ArrayList<>(from.list("Pre-Depends"));
        dependencies.addAll(from.list("Depends"));
        to.dependencies(dependencies)
                .licenses(from.text("License") == null ? List.of() : List.of(String.valueOf(from.text("License"))))
                .description(from.text("Description"))
                .homepage(from.text("Homepage"))
                .maintainer(from.text("Maintainer"));
        Boolean automatically = automatic.getOrDefault(found.key(), automatic.get(found.name()));
        to.extra("dpkg.automatic", automatically == null ? null : automatically.toString());
        return to.extra("dpkg.status", from.text("Status"))
                .extra("dpkg.section", from.text("Section"))
                .extra("dpkg.priority", from.text("Priority"))
                .extra("dpkg.essential", from.text("Essential"))
                .extra("dpkg.protected", from.text("Protected"))
                .extra("dpkg.multi-arch", from.text("Multi-Arch"))
                .extra("dpkg.installed-size", from.text("Installed-Size"))
                .extra("dpkg.provides", from.text("Provides"))
                .extra("dpkg.built-using", from.text("Built-Using"))
                .extra("dpkg.static-built-using", from.text("Static-Built-Using"))
                .extra("dpkg.build-ids", from.text("Build-Ids"))
                .extra("dpkg.origin", from.text("Origin"))
                .extra("dpkg.vendor", from.text("Vendor"))
                .extra("dpkg.original-maintainer", from.text("Original-Maintainer"))
                .extra("dpkg.bugs", from.text("Bugs"))
                .extra("dpkg.config-version", from.text("Config-Version"))
                .extra("dpkg.triggers-pending", from.text("Triggers-Pending"))
                .extra("dpkg.triggers-awaited", from.text("Triggers-Awaited"));
    }
}

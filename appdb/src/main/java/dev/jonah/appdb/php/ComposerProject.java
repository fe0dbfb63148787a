package dev.jonah.appdb.php;

import dev.jonah.appdb.php.format.ComposerPackage;
import dev.jonah.appdb.php.format.InstalledPhp;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The project that packages were installed for: Composer's root package. */
final class ComposerProject {
    /** What Composer writes to load classes and that is code; of what it writes as mere data see {@link ComposerState}. */
    private static final List<String> LOADER = List.of(
            "autoload.php",
            "composer/ClassLoader.php",
            "composer/InstalledVersions.php",
            "composer/LICENSE",
            "composer/autoload_real.php",
            "composer/autoload_static.php",
            "composer/platform_check.php");

    private ComposerProject() {}

    /** Null if the project has no name, as many have none, or came as a package with its own packages inside. */
    static @Nullable SoftwarePackage of(Vendor vendor, ComposerRecords records, ImagePath record, PackageScan scan)
            throws IOException {
        if (vendor.depth(scan.tree()) > 0) {
            return null;
        }
        InstalledPhp php = record.equals(vendor.php()) ? records.php(vendor.php()) : null;
        InstalledPhp.Entry root = php == null || php.root().isNameless() ? null : php.root();
        ComposerPackage json = records.project(vendor);
        String name = root != null ? root.name() : json == null ? null : json.name();
        if (name == null) {
            return null;
        }
        boolean same = json != null
                && json.name() != null
                && ComposerNames.key(json.name()).equals(ComposerNames.key(name));
        String version = root != null ? root.version() : json == null ? null : json.version();
        Purl purl = ComposerNames.purl(name, version, record, scan.diagnostics());
        if (purl == null) {
            return null;
        }
        SoftwarePackage.Builder builder = json != null && same
                ? ComposerParser.describe(json, purl, record)
                : SoftwarePackage.of(purl, Kind.APPLICATION, record);
        builder.extra("composer.root", "true");
        ImagePath description = Vendor.description(vendor.project());
        if (same) {
            builder.foundAt(description)
                    .file(PackageFile.at(description, "composer.project")
                            .note("it describes the project that packages were installed for")
                            .build());
        }
        for (String file : LOADER) {
            ImagePath path = vendor.directory().resolve(file);
            if (scan.wantsFiles()
                    && scan.tree()
                            .find(path)
                            .filter(entry -> !entry.isDirectory())
                            .isPresent()) {
                builder.file(PackageFile.at(path, "composer.loader")
                        .note("where Composer writes what loads the classes of a project; nobody recorded what it"
                                + " should be")
                        .build());
            }
        }
        return builder.build();
    }
}

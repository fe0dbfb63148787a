package dev.jonah.sysdb.rpm;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.rpm.format.ContainerManifestReader;
import dev.jonah.sysdb.rpm.format.ContainerManifestRow;
import dev.jonah.sysdb.rpm.format.RpmSource;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The list of packages that Azure Linux leaves in images whose database it takes away; it names no files. */
final class ContainerManifest {
    static final ImagePath PATH = ImagePath.of("/var/lib/rpmmanifest/container-manifest-2");

    private ContainerManifest() {}

    static boolean isIn(FileTree tree) {
        return tree.find(tree.canonical(PATH)).isPresent();
    }

    static void read(PackageScan scan, Label label, Consumer<SoftwarePackage> out) throws IOException {
        FileEntry file = scan.tree().resolve(PATH).orElse(null);
        if (file == null || !file.type().isRegular()) {
            scan.diagnostics()
                    .warning("rpm.database.not-a-file", PATH, "no regular file where a list of packages lies");
            return;
        }
        Content content = file.content();
        if (content == null) {
            throw new IOException(PATH + ": the layer does not hold its bytes");
        }
        String nothing = "the image has a list of packages and no database, so that no file of theirs can be verified";
        scan.diagnostics().info("rpm.manifest.only", file.path(), nothing);
        try (ContainerManifestReader reader = new ContainerManifestReader(content.open(), scan.limits())) {
            ContainerManifestRow row;
            while ((row = reader.read()) != null) {
                SoftwarePackage found = map(row, label, file.path(), scan);
                if (found != null) {
                    out.accept(found);
                }
            }
            if (reader.malformed() > 0) {
                String message = reader.malformed() + " lines name no package";
                scan.diagnostics().warning("rpm.manifest.line", file.path(), message);
            }
        }
    }

    private static @Nullable SoftwarePackage map(
            ContainerManifestRow row, Label label, ImagePath path, PackageScan scan) {
        RpmSource source = RpmSource.ofFileName(row.sourceRpm());
        try {
            return SoftwarePackage.of(
                            label.purl(row.name(), row.version(), row.epoch(), row.architecture(), row.vendor()),
                            SoftwarePackage.Kind.SYSTEM,
                            path)
                    .architecture(row.architecture())
                    .source(source == null ? null : source.name(), source == null ? null : source.version())
                    .extra("rpm.source-rpm", row.sourceRpm())
                    .extra("rpm.vendor", row.vendor())
                    .extra("rpm.build-time", text(row.buildTime()))
                    .extra("rpm.install-time", text(row.installTime()))
                    .extra("rpm.installed-size", text(row.size()))
                    .build();
        } catch (IllegalArgumentException e) {
            String message = "package '" + row.name() + "' cannot have a package URL: " + e.getMessage();
            scan.diagnostics().error("rpm.package.name", path, message);
            return null;
        }
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }
}

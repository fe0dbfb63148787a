package com.example.pacman;

import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.util.List;
import java.util.function.Consumer;

/**
 * Packages that pacman installed, with their files: a directory for each package, which holds {@code desc}, {@code files}
 * and {@code mtree}. Its diagnostics begin with {@code pacman.}.
 */
public final class PacmanDatabase implements PackageDatabase {
    /** Called by the service loader. */
    public PacmanDatabase() {}

    @Override
    public String id() {
        return "example.pacman";
    }

    @Override
    public boolean presentIn(FileTree tree) {
        return !LocalDatabase.findAll(tree).isEmpty();
    }

    @Override
    public void read(PackageScan scan, Consumer<SoftwarePackage> out) {
        List<LocalDatabase> databases = LocalDatabase.findAll(scan.tree());
        Label label = Label.of(scan.distro());
        Promises promises = scan.wantsFiles() ? new Promises(scan, Configuration.read(scan)) : null;
        for (LocalDatabase database : databases) {
            for (ImagePath directory : database.packages(scan.tree())) {
                Description description = Description.read(directory, scan);
                SoftwarePackage.Builder found =
                        description == null ? null : PackageMapping.map(description, label, scan.diagnostics());
                if (found != null) {
                    if (promises != null) {
                        promises.add(description, found);
                    }
                    out.accept(found.build());
                }
            }
        }
    }
}

package dev.jonah.sysdb.rpm;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.FileTree;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the databases of rpm in each of its three formats, those of root file systems inside the image too, and where there
 * is none the list that Azure Linux leaves. Its diagnostics begin with {@code rpm.}.
 *
 * <p>Checksums and signatures of headers are checked if files are wanted: they tell whether what is said of files is true.
 */
public final class RpmPackages implements PackageDatabase {
    /** Called by the service loader. */
    public RpmPackages() {}

    @Override
    public String id() {
        return "jonah.sysdb.rpm";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "rpm",
                "Berkeley DB (`Packages`), ndb (`Packages.db`), SQLite (`rpmdb.sqlite` with its write-ahead"
                        + " log), in `var/lib/rpm`, `usr/lib/sysimage/rpm`, `usr/share/rpm` and rpm-ostree's copy;"
                        + " without a database Azure Linux' `container-manifest-2`",
                "every file, link, device and directory of the header; `container-manifest-2` lists names"
                        + " only, and gives packages without files",
                "digest of content by the algorithm that the header names, size, link target, device number,"
                        + " mode, owner and group by name, time, capabilities, as far as the package wants them checked."
                        + " Header checksums and signatures. Ghosts and files that"
                        + " were replaced or left to a shared file system are `OWNED`");
    }

    @Override
    public boolean presentIn(FileTree tree) {
        return !DatabaseFile.findAll(tree).isEmpty() || ContainerManifest.isIn(tree);
    }

    @Override
    public void read(PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Failures failures = new Failures();
        Promises promises = new Promises(scan);
        boolean found = false;
        for (Map.Entry<ImagePath, List<DatabaseFile>> root :
                DatabaseFile.findAll(scan.tree()).entrySet()) {
            found |= new RootReading(root.getKey(), scan, promises, out).read(root.getValue(), failures);
        }
        if (!found && ContainerManifest.isIn(scan.tree())) {
            ContainerManifest.read(scan, Label.of(scan.distro()), out);
        }
        failures.rethrow();
    }

    /** What went wrong with some databases while the others were read. */
    static final class Failures {
        private @Nullable IOException first;

        void add(DatabaseFile database, IOException e, PackageScan scan) {
            IOException named = e instanceof LimitExceededException limit
                    ? new LimitExceededException(
                            limit.limit(),
                            scan.limits().get(limit.limit()),
                            database.path().toString())
                    : new IOException(database.path() + ": " + e.getMessage(), e);
            if (first == null) {
                first = named;
            } else {
                first.addSuppressed(named);
            }
        }

        void rethrow() throws IOException {
            if (first != null) {
                throw first;
            }
        }
    }
}

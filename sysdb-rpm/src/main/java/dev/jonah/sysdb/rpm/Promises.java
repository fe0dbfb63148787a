package dev.jonah.sysdb.rpm;

import dev.jonah.diagnostic.Limits;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.rpm.format.RpmFile;
import dev.jonah.sysdb.rpm.format.RpmPackage;
import dev.jonah.value.ImagePath;
import java.util.LinkedHashSet;
import java.util.Set;

/** The files that packages promise, if they are wanted: no more than an image may have entries. */
final class Promises {
    private final PackageScan scan;
    private long count;
    private boolean full;

    Promises(PackageScan scan) {
        this.scan = scan;
    }

    /** Adds the files of a package whose paths are relative to {@code root}. */
    void add(RpmPackage from, ImagePath root, ImagePath database, SoftwarePackage.Builder to) {
        if (!scan.wantsFiles()) {
            return;
        }
        count += from.fileCount();
        long most = scan.limits().get(Limits.Name.ENTRIES);
        if (count > most) {
            if (!full) {
                full = true;
                String text = "from package " + from + " on the files of packages were left out: more than the " + most
                        + " entries that an image may have (limit " + Limits.Name.ENTRIES.id() + ")";
                scan.diagnostics().error("rpm.files.limit", database, text);
            }
            return;
        }
        Set<String> problems = new LinkedHashSet<>();
        for (RpmFile file : from.files(problems::add)) {
            to.file(FileMapping.map(file, scan.tree(), root));
        }
        for (String problem : problems) {
            scan.diagnostics().warning("rpm.header.files", database, from + ": " + problem);
        }
    }
}

package dev.jonah.appdb.r;

import dev.jonah.appdb.support.Directory;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.util.List;
import java.util.function.Consumer;

/** R itself: the directories of its home, but for the library, whose packages are packages of their own. */
final class RuntimeHome {
    private static final List<String> DIRECTORIES =
            List.of("bin", "doc", "etc", "include", "lib", "modules", "share", "library/translations");
    private static final String NOTE = "by directory: a part of the home of R";
    private static final List<String> FILES = List.of("COPYING", "NEWS", "NEWS.pdf", "NEWS.rds", "SVN-REVISION");

    private RuntimeHome() {}

    /** Hands R over if this library lies in its home; {@code base} is the description of its base package. */
    static void describe(
            String version, ImagePath base, ImagePath library, PackageScan scan, Consumer<SoftwarePackage> out) {
        ImagePath home = library.parent();
        FileTree tree = scan.tree();
        if (home == null
                // R calls its home so on every system; whatever else has a bin and a library is no home of R.
                || !home.fileName().equals("R")
                || !library.fileName().equals("library")
                || tree.resolveFile(home.resolve("bin/R")).isEmpty()) {
            return;
        }
        SoftwarePackage.Builder builder =
                SoftwarePackage.of(Purl.of("generic", "R").version(version).build(), Kind.APPLICATION, base);
        if (scan.wantsFiles()) {
            DIRECTORIES.forEach(
                    name -> Directory.claim(home.resolve(name), tree, "r.home", NOTE, other -> false, builder::file));
            FILES.forEach(name -> tree.find(home.resolve(name))
                    .filter(entry -> !entry.isDirectory())
                    .ifPresent(entry -> builder.file(
                            PackageFile.at(entry.path(), "r.home").note(NOTE).build())));
        }
        out.accept(builder.build());
    }
}

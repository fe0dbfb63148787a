package dev.jonah.appdb.r;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** R itself: the directories of its home, but for the library, whose packages are packages of their own. */
final class RuntimeHome {
    private static final List<String> DIRECTORIES =
            List.of("bin", "doc", "etc", "include", "lib", "modules", "share", "library/translations");
    private static final List<String> FILES = List.of("COPYING", "NEWS", "NEWS.pdf", "NEWS.rds", "SVN-REVISION");

    private RuntimeHome() {}

    /** Hands R over if this library lies in its home; {@code base} is the description of its base package. */
    static void describe(
            String version, ImagePath base, ImagePath library, PackageScan scan, Consumer<SoftwarePackage> out) {
        ImagePath home = library.parent();
        FileTree tree = scan.tree();
        if (home == null
                || home.isRoot()
                || !library.fileName().equals("library")
                || tree.resolveFile(home.resolve("bin/R")).isEmpty()) {
            return;
        }
        SoftwarePackage.Builder builder =
                SoftwarePackage.of(Purl.of("generic", "R").version(version).build(), Kind.APPLICATION, base);
        Deque<ImagePath> left = new ArrayDeque<>();
        if (scan.wantsFiles()) {
            DIRECTORIES.forEach(name -> left.push(home.resolve(name)));
            FILES.forEach(name -> tree.find(home.resolve(name))
                    .filter(entry -> !entry.isDirectory())
                    .ifPresent(entry -> builder.file(claim(entry.path()))));
        }
        while (!left.isEmpty()) {
            for (FileEntry child : tree.children(left.pop())) {
                if (child.isDirectory()) {
                    left.push(child.path());
                } else {
                    builder.file(claim(child.path()));
                }
            }
        }
        out.accept(builder.build());
    }

    private static PackageFile claim(ImagePath path) {
        return PackageFile.at(path, "r.home")
                .note("by directory: a part of the home of R")
                .build();
    }
}

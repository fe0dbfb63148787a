package dev.jonah.appdb.erlang;

import dev.jonah.appdb.erlang.format.ApplicationResource;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What an application claims. */
final class ApplicationFiles {
    private ApplicationFiles() {}

    static List<PackageFile> of(
            ImagePath resource,
            ImagePath ebin,
            ImagePath directory,
            ApplicationResource application,
            PackageScan scan) {
        List<PackageFile> claims = new ArrayList<>();
        claims.add(PackageFile.at(resource, "otp.application")
                .note("the resource file itself")
                .build());
        FileTree tree = scan.tree();
        ImagePath upgrade = ebin.resolve(application.name() + ".appup");
        if (tree.find(upgrade).filter(e -> !e.isDirectory()).isPresent()) {
            claims.add(PackageFile.at(upgrade, "otp.application")
                    .note("how to change to it from other versions")
                    .source(resource)
                    .build());
        }
        for (String module : application.modules().stream().distinct().toList()) {
            RawText name = RawText.of(module + ".beam");
            if (module.indexOf('/') >= 0 || module.indexOf('\0') >= 0) {
                scan.diagnostics()
                        .warning("erlang.application.module", resource, resource + " lists a module '" + module + "'");
            } else {
                claims.add(PackageFile.at(ebin.child(name), "otp.module")
                        .source(resource)
                        .build());
            }
        }
        OtherFiles.of(application.name(), ebin, directory, tree)
                .forEach(path -> claims.add(PackageFile.at(path, "otp.module")
                        .note("one of those that the list of this application leaves out in every version")
                        .source(resource)
                        .build()));
        // Only where the directory is the application's own, not a project with more in it.
        String own = directory.fileName();
        if (own.equals(application.name()) || own.equals(application.name() + "-" + application.version())) {
            for (FileEntry child : tree.children(directory)) {
                if (!child.path().equals(ebin)) {
                    below(child, resource, tree, claims);
                }
            }
        }
        return claims;
    }

    private static void below(FileEntry top, ImagePath resource, FileTree tree, List<PackageFile> claims) {
        Deque<FileEntry> left = new ArrayDeque<>(List.of(top));
        while (!left.isEmpty()) {
            FileEntry entry = left.pop();
            if (entry.isDirectory()) {
                tree.children(entry.path()).forEach(left::push);
            } else {
                claims.add(PackageFile.at(entry.path(), "otp.directory")
                        .byDirectory()
                        .note("by directory: only modules are listed")
                        .source(resource)
                        .build());
            }
        }
    }
}

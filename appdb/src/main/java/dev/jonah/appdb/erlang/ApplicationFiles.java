package dev.jonah.appdb.erlang;

import dev.jonah.appdb.erlang.format.ApplicationResource;
import dev.jonah.appdb.support.Directory;
import dev.jonah.appdb.support.Hierarchy;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an application claims. */
final class ApplicationFiles {
    /** Of releases and build directories, of rebar3 and erlang.mk, of servers with plugins. */
    private static final Set<String> HOMES = Set.of("lib", "libs", "deps", "plugins", "_checkouts", "checkouts");

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
        boolean versioned = own.equals(application.name() + "-" + application.version());
        boolean among = own.equals(application.name()) && isAmongOthers(directory);
        if ((versioned || among) && !Hierarchy.isShared(directory)) {
            for (FileEntry child : tree.children(directory)) {
                if (!child.path().equals(ebin)) {
                    below(child, resource, tree, claims);
                }
            }
        }
        return claims;
    }

    /** Whether a directory lies where applications lie side by side, each with a name and no version. */
    private static boolean isAmongOthers(ImagePath directory) {
        ImagePath above = directory.parent();
        return above != null && HOMES.contains(above.fileName());
    }

    private static void below(FileEntry top, ImagePath resource, FileTree tree, List<PackageFile> claims) {
        List<FileEntry> files = top.isDirectory() ? Directory.files(top.path(), tree, other -> false) : List.of(top);
        for (FileEntry entry : files) {
            claims.add(PackageFile.at(entry.path(), "otp.directory")
                    .byDirectory()
                    .note("by directory: only modules are listed")
                    .source(resource)
                    .build());
        }
    }
}

package dev.jonah.appdb.nix;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.PackageDatabase;
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
import org.jspecify.annotations.Nullable;

/**
 * Finds the packages in {@code /nix/store} and {@code /gnu/store}: each path of a store is one, with all that lies
 * below it. Neither has a registered type of package URL, so theirs are generic.
 *
 * <p>Facts beyond those of every package: {@code nix.store-hash}, {@code nix.output}.
 */
public final class StoreDatabase implements PackageDatabase {
    private static final List<String> STORES = List.of("/gnu/store", "/nix/store");

    /** Found as a service. */
    public StoreDatabase() {}

    @Override
    public String id() {
        return "jonah.appdb.nix";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Nix and Guix",
                "the names of the paths in `/nix/store` and `/gnu/store`",
                "all that lies below such a path",
                "**nothing**: the hash in the name is of how a path was built, not of what it holds");
    }

    @Override
    public boolean presentIn(FileTree tree) {
        return STORES.stream().anyMatch(store -> store(store, tree) != null);
    }

    @Override
    public void read(PackageScan scan, Consumer<SoftwarePackage> out) {
        for (String name : STORES) {
            ImagePath store = store(name, scan.tree());
            if (store != null) {
                for (FileEntry path : scan.tree().children(store)) {
                    StoreName parsed = StoreName.parse(path.path().fileName());
                    if (parsed != null) {
                        read(path, parsed, scan, out);
                    }
                }
            }
        }
    }

    /** Where a store is, if one is there. */
    private static @Nullable ImagePath store(String name, FileTree tree) {
        FileEntry store = tree.resolve(ImagePath.of(name)).orElse(null);
        return store != null && store.isDirectory() ? store.path() : null;
    }

    private static void read(FileEntry path, StoreName name, PackageScan scan, Consumer<SoftwarePackage> out) {
        SoftwarePackage.Builder builder = SoftwarePackage.of(
                        Purl.of("generic", name.name()).version(name.version()).build(), Kind.SYSTEM, path.path())
                .extra("nix.store-hash", name.hash())
                .extra("nix.output", name.output());
        Deque<FileEntry> left = new ArrayDeque<>(scan.wantsFiles() ? List.of(path) : List.of());
        while (!left.isEmpty()) {
            FileEntry entry = left.pop();
            if (entry.isDirectory()) {
                scan.tree().children(entry.path()).forEach(left::push);
            } else {
                builder.file(PackageFile.at(entry.path(), "nix.store")
                        .byDirectory()
                        .note("by directory: a path of a store has no list of its files")
                        .build());
            }
        }
        out.accept(builder.build());
    }
}

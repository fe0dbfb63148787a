package dev.jonah.appdb.node;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which package another one gets when it requires a name: the nearest of that name in a {@code node_modules} directory of
 * its own directory or of one above (nodejs.org, "Modules: CommonJS modules", loading from node_modules folders). Links are
 * followed to where the package really lies, as Node does, so that this holds for trees of pnpm too.
 */
final class Requires {
    /** Directories to go up; installers nest far less, and a longer way is left unresolved. */
    private static final int MOST_LEVELS = 64;

    private static final String NODE_MODULES = "node_modules";
    private static final String MANIFEST = "package.json";

    private final FileTree tree;
    private final List<ImagePath> folders;

    /**
     * @param directory of the package that requires, where it really lies
     */
    Requires(ImagePath directory, FileTree tree) {
        this.tree = tree;
        this.folders = folders(directory, tree);
    }

    /** The {@code node_modules} directories that are looked through, the nearest first. */
    private static List<ImagePath> folders(ImagePath start, FileTree tree) {
        List<ImagePath> folders = new ArrayList<>();
        ImagePath directory = start;
        for (int level = 0; directory != null && level < MOST_LEVELS; level++) {
            if (directory.isRoot() || !directory.name().latin1().equals(NODE_MODULES)) {
                ImagePath folder = directory.resolve(NODE_MODULES);
                if (tree.find(folder).isPresent()) {
                    folders.add(folder);
                }
            }
            directory = directory.parent();
        }
        return folders;
    }

    /** Tells {@code out} which packages these names mean; a name that leads to no package is left out. */
    void resolve(Collection<String> names, SoftwarePackage.Builder out) {
        for (String name : new LinkedHashSet<>(names)) {
            ImagePath manifest = PackageName.isOne(name) ? manifest(name) : null;
            if (manifest != null) {
                out.resolved(manifest, null);
            }
        }
    }

    private @Nullable ImagePath manifest(String name) {
        for (ImagePath folder : folders) {
            Optional<FileEntry> directory = tree.resolve(folder.resolve(name));
            if (directory.isPresent() && directory.get().isDirectory()) {
                ImagePath manifest = directory.get().path().resolve(MANIFEST);
                if (tree.find(manifest).filter(file -> file.type().isRegular()).isPresent()) {
                    return manifest;
                }
            }
        }
        return null;
    }
}

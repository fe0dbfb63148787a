package dev.jonah.appdb.dotnet;

import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.Set;

/**
 * Where an application's files are looked for: a directory, and before it what a bundle holds.
 *
 * @param directory the application's
 * @param bundled paths of a bundle's files, relative to the directory; empty if there is no bundle
 * @param tree of the image
 */
record AssetDirectory(ImagePath directory, Set<String> bundled, FileTree tree) {
    /** Copies the set. */
    AssetDirectory {
        bundled = Set.copyOf(bundled);
    }

    /** Whether the bundle holds this file. */
    boolean isBundled(String place) {
        return bundled.contains(place);
    }

    /** Where this file would be in the image. */
    ImagePath path(String place) {
        return directory.resolve(place);
    }

    /** Whether it is there and no directory. */
    boolean has(ImagePath path) {
        return tree.resolve(path).filter(entry -> !entry.isDirectory()).isPresent();
    }
}

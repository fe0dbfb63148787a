package com.example.pacman;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A directory {@code local} with one directory for each installed package.
 *
 * @param directory where it really is
 */
record LocalDatabase(ImagePath directory) {
    private static final String VERSION_FILE = "ALPM_DB_VERSION";

    // The default; SteamOS; systems whose /var does not belong to the image.
    private static final List<ImagePath> PLACES = List.of(
            ImagePath.of("/var/lib/pacman"), ImagePath.of("/usr/lib/holo/pacmandb"), ImagePath.of("/usr/lib/pacman"));

    /** Those of an image, found without reading a file. */
    static List<LocalDatabase> findAll(FileTree tree) {
        return PLACES.stream()
                .flatMap(place -> tree.resolve(place.resolve("local")).stream())
                .filter(FileEntry::isDirectory)
                .map(FileEntry::path)
                .distinct()
                .filter(local -> looksLikeOne(local, tree))
                .map(LocalDatabase::new)
                .toList();
    }

    private static boolean looksLikeOne(ImagePath local, FileTree tree) {
        return tree.resolveFile(local.resolve(VERSION_FILE)).isPresent()
                || tree.children(local).stream()
                        .anyMatch(child -> tree.resolveFile(child.path().resolve("desc")).isPresent());
    }

    /** The file with the number of the format. */
    ImagePath versionFile() {
        return directory.resolve(VERSION_FILE);
    }

    /** The directory that {@code local} lies in, with {@code sync} and the lock. */
    ImagePath above() {
        ImagePath above = directory.parent();
        return above == null ? ImagePath.ROOT : above;
    }

    /** The directories of packages, by name. */
    List<ImagePath> packages(FileTree tree) {
        List<ImagePath> packages = new ArrayList<>();
        for (FileEntry child : tree.children(directory)) {
            Optional<FileEntry> resolved = tree.resolve(child.path());
            if (resolved.filter(FileEntry::isDirectory).isPresent()) {
                packages.add(child.path());
            }
        }
        return packages;
    }
}

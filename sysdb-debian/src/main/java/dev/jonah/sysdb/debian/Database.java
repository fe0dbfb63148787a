package dev.jonah.sysdb.debian;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A directory of dpkg in a tree.
 *
 * @param directory where it really is, links followed
 * @param root directory that the paths in it are relative to
 */
record Database(ImagePath directory, ImagePath root) {
    private static final String PLACE = "var/lib/dpkg";
    private static final String STATUS = PLACE + "/status";

    /** Every database, that of the image's own root first, then those of roots inside it; each directory once. */
    static List<Database> findAll(FileTree tree) {
        Map<ImagePath, Database> found = new LinkedHashMap<>();
        add(ImagePath.ROOT, tree, found);
        TreeSet<ImagePath> roots = new TreeSet<>();
        tree.matching(FilePattern.pathSuffix(STATUS)).forEach(status -> {
            String path = status.path().latin1();
            roots.add(ImagePath.of(RawText.ofLatin1(path.substring(0, path.length() - STATUS.length()))));
        });
        roots.forEach(root -> add(root, tree, found));
        return List.copyOf(found.values());
    }

    private static void add(ImagePath root, FileTree tree, Map<ImagePath, Database> found) {
        FileEntry directory = tree.resolve(root.resolve(PLACE)).orElse(null);
        if (directory != null && directory.isDirectory()) {
            Database database = new Database(directory.path(), root);
            boolean present = tree.find(database.status()).isPresent()
                    || tree.resolve(database.statusDirectory())
                            .filter(FileEntry::isDirectory)
                            .isPresent();
            if (present) {
                found.putIfAbsent(directory.path(), database);
            }
        }
    }

    ImagePath status() {
        return directory.resolve("status");
    }

    ImagePath statusDirectory() {
        return directory.resolve("status.d");
    }

    /** A file of the database. */
    ImagePath file(String name) {
        return directory.resolve(name);
    }

    /** A path below the root of this database. */
    ImagePath at(String relative) {
        return root.resolve(relative);
    }

    /** What a path that the database records means in the tree. */
    ImagePath at(RawText recorded) {
        String path = recorded.latin1();
        return root.isRoot() ? ImagePath.of(recorded) : root.resolve(RawText.ofLatin1(path.substring(1)));
    }
}

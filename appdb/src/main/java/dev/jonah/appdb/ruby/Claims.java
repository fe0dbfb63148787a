package dev.jonah.appdb.ruby;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageFile;
import dev.jonah.value.ImagePath;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The files that one gem claims, each path once; the first claim of a path counts. */
final class Claims {
    private final Map<ImagePath, PackageFile> files = new LinkedHashMap<>();
    private final FileTree tree;

    Claims(FileTree tree) {
        this.tree = tree;
    }

    void add(PackageFile file) {
        files.putIfAbsent(file.path(), file);
    }

    /** A file or link, if it is there. */
    void addPresent(ImagePath path, String rule, String note) {
        if (tree.find(path).filter(entry -> !entry.isDirectory()).isPresent()) {
            add(PackageFile.at(path, rule).note(note).build());
        }
    }

    /** Everything below a directory; a link in its place is claimed itself, and not what it leads to. */
    void addBelow(ImagePath directory, String rule, String note) {
        addBelow(directory, rule, note, subdirectory -> true);
    }

    /** Everything below a directory, without those directories below it that are not {@code wanted}. */
    void addBelow(ImagePath directory, String rule, String note, Predicate<ImagePath> wanted) {
        addPresent(directory, rule, note);
        Deque<ImagePath> left = new ArrayDeque<>(List.of(directory));
        while (!left.isEmpty()) {
            for (FileEntry child : tree.children(left.pop())) {
                if (!child.isDirectory()) {
                    add(PackageFile.at(child.path(), rule)
                            .byDirectory()
                            .note(note)
                            .build());
                } else if (wanted.test(child.path())) {
                    left.push(child.path());
                }
            }
        }
    }

    Collection<PackageFile> files() {
        return files.values();
    }
}

package dev.jonah.appdb.support;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageFile;
import dev.jonah.value.ImagePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Claims of what lies below a directory, for ecosystems whose packages have no list of files. */
public final class Directory {
    private Directory() {}

    /**
     * Claims all that lies below a directory and is no directory.
     *
     * @param rule of the claims
     * @param note why nothing names the files
     * @param others tells directories that belong to somebody else, and are left out with all that is in them
     */
    public static void claim(
            ImagePath top,
            FileTree tree,
            String rule,
            String note,
            Predicate<ImagePath> others,
            Consumer<PackageFile> out) {
        for (FileEntry entry : files(top, tree, others)) {
            out.accept(
                    PackageFile.at(entry.path(), rule).byDirectory().note(note).build());
        }
    }

    /** All that lies below a directory and is no directory, without what lies in those of others. */
    public static List<FileEntry> files(ImagePath top, FileTree tree, Predicate<ImagePath> others) {
        List<FileEntry> files = new ArrayList<>();
        Deque<ImagePath> left = new ArrayDeque<>(List.of(top));
        while (!left.isEmpty()) {
            for (FileEntry child : tree.children(left.pop())) {
                if (!child.isDirectory()) {
                    files.add(child);
                } else if (!others.test(child.path())) {
                    left.push(child.path());
                }
            }
        }
        return files;
    }
}

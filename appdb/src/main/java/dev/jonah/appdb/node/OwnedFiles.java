package dev.jonah.appdb.node;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What belongs to a package by its directory: all below it, without packages nested in it and what their tools keep. */
final class OwnedFiles {
    private static final String NODE_MODULES = "node_modules";

    private OwnedFiles() {}

    static List<FileEntry> of(ImagePath directory, FileTree tree) {
        List<FileEntry> files = new ArrayList<>();
        Deque<ImagePath> left = new ArrayDeque<>(List.of(directory));
        while (!left.isEmpty()) {
            for (FileEntry child : tree.children(left.pop())) {
                if (!child.isDirectory()) {
                    files.add(child);
                } else if (!child.path().name().latin1().equals(NODE_MODULES)) {
                    left.push(child.path());
                }
            }
        }
        return files;
    }
}

package dev.jonah.appdb.java;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Small text files beside an archive. */
final class TextFiles {
    private static final int LARGEST = 4 << 20;

    private TextFiles() {}

    /** The first four megabytes; empty if there is no such file. */
    static String head(FileTree tree, ImagePath path) throws IOException {
        return new String(bytes(tree, path), StandardCharsets.UTF_8);
    }

    /** The same as bytes. */
    static byte[] bytes(FileTree tree, ImagePath path) throws IOException {
        FileEntry file = tree.find(path).orElse(null);
        Content content = file == null ? null : file.content();
        return content == null ? new byte[0] : content.head(LARGEST);
    }
}

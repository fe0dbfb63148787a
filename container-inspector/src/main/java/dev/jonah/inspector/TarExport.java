package dev.jonah.inspector;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.inspector.tar.TarWriter;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Writes a tree as one tar archive: the squashed root file system. Names are relative, without {@code ..}, parents stand
 * before what is in them, and names of one inode become hard links. It streams: nothing is held but names.
 */
public final class TarExport {
    private TarExport() {}

    /**
     * Writes every entry of the tree but sockets, and the end of the archive; {@code out} stays open.
     *
     * @return entries that were left out, because the image does not hold their content or tar has no such type
     * @throws IOException if reading or writing fails; what was written is then no whole archive
     */
    public static List<ImagePath> write(FileTree tree, OutputStream out) throws IOException {
        TarWriter writer = new TarWriter(out);
        List<ImagePath> leftOut = new ArrayList<>();
        IdentityHashMap<Content, ImagePath> written = new IdentityHashMap<>();
        Deque<FileEntry> open = new ArrayDeque<>();
        push(tree, ImagePath.ROOT, open);
        while (!open.isEmpty()) {
            FileEntry entry = open.pop();
            Content content = entry.content();
            ImagePath first = content == null ? null : written.putIfAbsent(content, entry.path());
            boolean unread = entry.type().isRegular() && content == null;
            if (unread || !writer.write(entry, first)) {
                leftOut.add(entry.path());
            }
            if (entry.isDirectory()) {
                push(tree, entry.path(), open);
            }
        }
        writer.finish();
        return leftOut;
    }

    private static void push(FileTree tree, ImagePath directory, Deque<FileEntry> open) {
        List<FileEntry> children = new ArrayList<>(tree.children(directory));
        Collections.reverse(children);
        children.forEach(open::push);
    }
}

package dev.jonah.testkit;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.AttachedDocument;
import dev.jonah.image.FileTree;
import dev.jonah.image.FileVersion;
import dev.jonah.image.Image;
import dev.jonah.image.ImageConfig;
import dev.jonah.image.Layer;
import dev.jonah.image.LayerEntry;
import dev.jonah.image.Platform;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An image of one layer that has a tree, without the layer's bytes. */
record TreeImage(FileTree tree, FileTree lower, ImageConfig config) implements Image {
    @Override
    public String format() {
        return "tree";
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public @Nullable Digest digest() {
        return null;
    }

    @Override
    public @Nullable Digest configDigest() {
        return null;
    }

    @Override
    public Platform platform() {
        return Platform.parse("linux/amd64");
    }

    @Override
    public List<Layer> layers() {
        return List.of(new Layer(0, null, null, null, null, null, null, tree.fileCount(), 0, 0, 0, 0, true));
    }

    @Override
    public FileTree treeAt(int layer) {
        return tree;
    }

    @Override
    public Stream<LayerEntry> entries(int layer) {
        return Stream.empty();
    }

    @Override
    public List<FileVersion> versions(ImagePath path) {
        return tree.find(path)
                .map(entry -> List.of(new FileVersion(entry, null, false)))
                .orElse(List.of());
    }

    @Override
    public List<FileVersion> hidden() {
        return lower.files().map(entry -> new FileVersion(entry, 0, false)).toList();
    }

    @Override
    public List<AttachedDocument> attachments() {
        return List.of();
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return List.of();
    }

    @Override
    public boolean complete() {
        return true;
    }

    @Override
    public void close() {
        // Nothing to give back.
    }
}

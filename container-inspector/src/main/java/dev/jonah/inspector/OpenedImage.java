package dev.jonah.inspector;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.AttachedDocument;
import dev.jonah.image.FileTree;
import dev.jonah.image.FileVersion;
import dev.jonah.image.Image;
import dev.jonah.image.ImageConfig;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.Layer;
import dev.jonah.image.LayerEntry;
import dev.jonah.image.Platform;
import dev.jonah.inspector.tree.VersionedTree;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An image all of whose layers were read. */
final class OpenedImage implements Image {
    private final ImageDescription description;
    private final List<Layer> layers;
    private final List<List<LayerEntry>> entries;
    private final VersionedTree tree;
    private final List<Diagnostic> diagnostics;
    private final boolean complete;
    private final Resources resources;

    OpenedImage(
            ImageDescription description,
            List<Layer> layers,
            List<List<LayerEntry>> entries,
            VersionedTree tree,
            List<Diagnostic> diagnostics,
            boolean complete,
            Resources resources) {
        this.description = description;
        this.layers = layers;
        this.entries = entries;
        this.tree = tree;
        this.diagnostics = diagnostics;
        this.complete = complete;
        this.resources = resources;
    }

    @Override
    public String format() {
        return description.format();
    }

    @Override
    public List<String> names() {
        return description.names();
    }

    @Override
    public @Nullable Digest digest() {
        return description.digest();
    }

    @Override
    public @Nullable Digest configDigest() {
        return description.configDigest();
    }

    @Override
    public Platform platform() {
        return description.platform();
    }

    @Override
    public ImageConfig config() {
        return description.config();
    }

    @Override
    public List<Layer> layers() {
        return layers;
    }

    @Override
    public FileTree tree() {
        return tree.at(Math.max(layers.size() - 1, 0));
    }

    @Override
    public FileTree treeAt(int layer) {
        return tree.at(Objects.checkIndex(layer, layers.size()));
    }

    @Override
    public Stream<LayerEntry> entries(int layer) {
        return entries.get(layer).stream();
    }

    @Override
    public List<FileVersion> versions(ImagePath path) {
        return tree.versions(path);
    }

    @Override
    public List<FileVersion> hidden() {
        return tree.hidden();
    }

    @Override
    public List<AttachedDocument> attachments() {
        return description.attachments();
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public void close() throws IOException {
        resources.close();
    }
}

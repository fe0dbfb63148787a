package dev.jonah.inspector;

import dev.jonah.diagnostic.DiagnosticCollector;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageDescription.StoredLayer;
import dev.jonah.image.Layer;
import dev.jonah.image.LayerReader;
import dev.jonah.inspector.tree.LayerUnion;
import dev.jonah.inspector.tree.VersionedTree;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Unites layers in order, whatever the order in which they were read: each as soon as all below it are there, while
 * others are still being read. Safe for any number of threads.
 */
final class OrderedUnion {
    private final ImageDescription description;
    private final Limits limits;
    private final DiagnosticCollector diagnostics;
    private final LayerUnion union;
    private final @Nullable ReadLayer[] read;
    private final int[] sameAs;
    private final boolean[] whole;
    private int next;
    private long entries;
    private boolean complete;

    OrderedUnion(ImageDescription description, Limits limits, DiagnosticCollector diagnostics) {
        int layers = description.layers().size();
        this.description = description;
        this.limits = limits;
        this.diagnostics = diagnostics;
        this.union = new LayerUnion(limits, description.format().startsWith("rootfs-"));
        this.read = new ReadLayer[layers];
        this.sameAs = new int[layers];
        this.whole = new boolean[layers];
        this.complete = !diagnostics.hasError();
        Arrays.setAll(sameAs, i -> i);
    }

    /** Takes layer {@code index}, and unites what can be. */
    synchronized void add(int index, ReadLayer layer) throws IOException {
        read[index] = layer;
        uniteReady();
    }

    /** Takes layer {@code index}, which has the bytes of a lower one. */
    synchronized void addAgain(int index, int lower) throws IOException {
        sameAs[index] = lower;
        uniteReady();
    }

    private void uniteReady() throws IOException {
        while (next < read.length) {
            ReadLayer layer = read[sameAs[next]];
            if (layer == null) {
                return;
            }
            unite(next, layer);
            next++;
        }
    }

    private void unite(int index, ReadLayer layer) throws IOException {
        DiagnosticCollector ofLayer = new DiagnosticCollector(limits, null);
        if (sameAs[index] == index) {
            ofLayer.addAll(layer.diagnostics());
        }
        entries += layer.entries().size(); // a layer may be named many times, and takes room each time
        limits.check(Limits.Name.ENTRIES, entries, "the number of entries");
        LayerCheck.check(description.layers().get(index), layer.summary(), index, ofLayer);
        union.apply(layer.entries(), ofLayer);
        whole[index] = layer.complete() && !ofLayer.hasError();
        complete &= whole[index];
        diagnostics.addAll(ofLayer);
    }

    /** The image, when all layers were taken. */
    synchronized OpenedImage finish(Resources resources) {
        VersionedTree tree = union.finish();
        List<Layer> layers = new ArrayList<>();
        List<ReadLayer> contents = new ArrayList<>();
        List<VersionedTree.Changes> changes = tree.changes();
        for (int i = 0; i < read.length; i++) {
            ReadLayer layer = java.util.Objects.requireNonNull(read[sameAs[i]], "layer " + i + " was not read");
            contents.add(layer);
            layers.add(layer(i, layer, changes.get(i)));
        }
        return new OpenedImage(
                description,
                layers,
                contents.stream().map(ReadLayer::entries).toList(),
                tree,
                diagnostics.toList(),
                complete,
                resources);
    }

    private Layer layer(int index, ReadLayer layer, VersionedTree.Changes changes) {
        StoredLayer claimed = description.layers().get(index);
        LayerReader.Summary summary = layer.summary();
        return new Layer(
                index,
                summary.diffId() != null ? summary.diffId() : parse(claimed.diffId()),
                summary.stored() != null ? summary.stored() : parse(claimed.digest()),
                claimed.mediaType(),
                claimed.blob() == null ? null : claimed.blob().size(),
                summary.uncompressedSize(),
                claimed.createdBy(),
                layer.entries().size(),
                changes.added(),
                changes.modified(),
                changes.deleted(),
                changes.wastedBytes(),
                whole[index]);
    }

    private static @Nullable Digest parse(@Nullable String digest) {
        return digest == null ? null : Digest.parse(digest);
    }
}

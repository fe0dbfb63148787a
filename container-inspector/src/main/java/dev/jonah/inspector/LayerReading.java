package dev.jonah.inspector;

import dev.jonah.diagnostic.DiagnosticCollector;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Blob;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageDescription.StoredLayer;
import dev.jonah.image.Layer;
import dev.jonah.image.LayerEntry;
import dev.jonah.image.LayerReader;
import dev.jonah.image.OpenRequest;
import dev.jonah.inspector.bytes.BlobStream;
import dev.jonah.inspector.source.DirectoryWalk;
import dev.jonah.inspector.tree.LayerUnion;
import dev.jonah.inspector.tree.VersionedTree;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the layers of an image, several at once if threads are lent, checks them, and unites them in order. */
final class LayerReading {
    private final OpenRequest request;
    private final Resources resources;
    private final List<LayerReader> readers;
    private final AtomicLong entries = new AtomicLong();
    private final AtomicLong bytesRead = new AtomicLong();

    LayerReading(OpenRequest request, Resources resources, List<LayerReader> readers) {
        this.request = request;
        this.resources = resources;
        this.readers = readers;
    }

    /** What reading one layer gave. */
    private record ReadLayer(
            List<LayerEntry> entries, LayerReader.Summary summary, boolean complete, DiagnosticCollector diagnostics) {}

    OpenedImage read(ImageDescription description, DiagnosticCollector diagnostics) throws IOException {
        List<StoredLayer> stored = description.layers();
        long total = stored.stream()
                .mapToLong(l -> l.blob() == null ? 0 : l.blob().size())
                .sum();
        ReadLayer[] read = new ReadLayer[stored.size()];
        request.tasks().run(stored.size(), index -> {
            if (firstWithSameBytes(stored, index) == index) {
                read[index] = readLayer(stored.get(index), index, total);
            }
        });
        LayerUnion union = new LayerUnion(request.limits(), description.format().startsWith("rootfs-"));
        boolean complete = !diagnostics.hasError();
        List<List<LayerEntry>> entriesByLayer = new ArrayList<>();
        boolean[] whole = new boolean[read.length];
        for (int i = 0; i < read.length; i++) {
            ReadLayer layer = read[firstWithSameBytes(stored, i)];
            read[i] = layer;
            DiagnosticCollector ofLayer = new DiagnosticCollector(request.limits(), null);
            if (firstWithSameBytes(stored, i) == i) {
                ofLayer.addAll(layer.diagnostics.toList());
            }
            check(stored.get(i), layer.summary, i, ofLayer);
            union.apply(layer.entries, ofLayer);
            whole[i] = layer.complete && !ofLayer.hasError();
            complete &= whole[i];
            diagnostics.addAll(ofLayer.toList());
            entriesByLayer.add(layer.entries);
        }
        VersionedTree tree = union.finish();
        return new OpenedImage(
                description,
                layers(stored, read, whole, tree),
                entriesByLayer,
                tree,
                diagnostics.toList(),
                complete,
                resources);
    }

    /** The lowest layer that has the very same bytes: an archive may name one layer twice. */
    private static int firstWithSameBytes(List<StoredLayer> stored, int index) {
        Blob blob = stored.get(index).blob();
        for (int i = 0; i < index; i++) {
            if (blob != null && stored.get(i).blob() == blob) {
                return i;
            }
        }
        return index;
    }

    private ReadLayer readLayer(StoredLayer stored, int index, long total) throws IOException {
        DiagnosticCollector diagnostics = new DiagnosticCollector(request.limits(), null);
        List<LayerEntry> found = new ArrayList<>();
        LayerReader.Summary summary = new LayerReader.Summary(null, null, null, null);
        boolean complete = true;
        if (stored.directory() != null) {
            complete = directory(stored.directory(), found, diagnostics);
        } else if (stored.blob() == null) {
            complete = false;
            String problem = stored.problem();
            diagnostics.error("layer.missing", null, "layer " + index + " is unread: " + problem);
        } else {
            summary = blob(stored, stored.blob(), index, total, found, diagnostics);
            if (summary.problem() != null) {
                complete = false;
                diagnostics.error("layer.damaged", null, summary.problem());
            }
        }
        return new ReadLayer(List.copyOf(found), summary, complete, diagnostics);
    }

    private boolean directory(Path root, List<LayerEntry> found, Diagnostics diagnostics) throws IOException {
        try {
            return new DirectoryWalk(root, request.otherFileSystems(), resources::isClosed, diagnostics)
                    .list(counted(found));
        } catch (EntriesExceeded e) {
            throw e.breach;
        }
    }

    private LayerReader.Summary blob(
            StoredLayer stored,
            Blob blob,
            int index,
            long total,
            List<LayerEntry> found,
            DiagnosticCollector diagnostics)
            throws IOException {
        byte[] head = new BlobStream(blob).readNBytes(512);
        LayerReader reader = readers.stream()
                .filter(r -> r.accepts(head, stored.mediaType()))
                .findFirst()
                .orElse(null);
        if (reader == null) {
            return new LayerReader.Summary(
                    null,
                    null,
                    null,
                    "layer " + index + " is of a format that no reader knows (" + stored.mediaType() + ")");
        }
        Scan scan = new Scan("layer " + index, blob, diagnostics, total);
        try {
            return reader.read(scan, counted(found));
        } catch (EntriesExceeded e) {
            throw e.breach;
        }
    }

    private Consumer<LayerEntry> counted(List<LayerEntry> found) {
        return entry -> {
            found.add(entry);
            try {
                request.limits().check(Limits.Name.ENTRIES, entries.incrementAndGet(), "the number of entries");
            } catch (IOException e) {
                throw new EntriesExceeded(e);
            }
        };
    }

    /** Carries a breach of the limit out through a reader's consumer. */
    private static final class EntriesExceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final IOException breach;

        EntriesExceeded(IOException breach) {
            super(breach);
            this.breach = breach;
        }
    }

    private static void check(StoredLayer stored, LayerReader.Summary summary, int index, Diagnostics diagnostics)
            throws IOException {
        Blob blob = stored.blob();
        if (blob == null) {
            return;
        }
        if (stored.size() != null && stored.size() != blob.size()) {
            diagnostics.error(
                    "layer.size-mismatch",
                    null,
                    "size mismatch: layer " + index + " has " + blob.size() + " bytes, not " + stored.size());
        }
        checkDigest("layer " + index, stored.digest(), storedDigest(stored, blob, summary), diagnostics);
        checkDigest("the uncompressed layer " + index, stored.diffId(), summary.diffId(), diagnostics);
    }

    private static void checkDigest(
            String what, @Nullable String claimed, @Nullable Digest actual, Diagnostics diagnostics) {
        if (claimed == null) {
            return;
        }
        if (Digest.parse(claimed) == null) {
            diagnostics.warning(
                    "layer.digest-unchecked", null, "the digest of " + what + " cannot be checked: " + claimed);
        } else if (actual != null && !actual.toString().equals(claimed)) {
            diagnostics.error(
                    "layer.digest-mismatch", null, "digest mismatch: " + what + " is " + actual + ", not " + claimed);
        }
    }

    /** The digest of the stored bytes with the algorithm that is claimed. */
    private static @Nullable Digest storedDigest(StoredLayer stored, Blob blob, LayerReader.Summary summary)
            throws IOException {
        Digest claimed = stored.digest() == null ? null : Digest.parse(stored.digest());
        Digest computed = summary.stored();
        if (claimed == null || computed != null && computed.algorithm() == claimed.algorithm()) {
            return computed;
        }
        MessageDigest digest = claimed.algorithm().newMessageDigest();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = new BlobStream(blob)) {
            int n;
            while ((n = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, n);
            }
        }
        return Digest.of(claimed.algorithm(), digest.digest());
    }

    private static List<Layer> layers(List<StoredLayer> stored, ReadLayer[] read, boolean[] whole, VersionedTree tree) {
        List<VersionedTree.Changes> changes = tree.changes();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < read.length; i++) {
            StoredLayer claimed = stored.get(i);
            LayerReader.Summary summary = read[i].summary;
            layers.add(new Layer(
                    i,
                    summary.diffId() != null ? summary.diffId() : parse(claimed.diffId()),
                    summary.stored() != null ? summary.stored() : parse(claimed.digest()),
                    claimed.mediaType(),
                    claimed.blob() == null ? null : claimed.blob().size(),
                    summary.uncompressedSize(),
                    claimed.createdBy(),
                    read[i].entries.size(),
                    changes.get(i).added(),
                    changes.get(i).modified(),
                    changes.get(i).deleted(),
                    changes.get(i).wastedBytes(),
                    whole[i]));
        }
        return layers;
    }

    private static @Nullable Digest parse(@Nullable String digest) {
        return digest == null ? null : Digest.parse(digest);
    }

    /** What a layer reader works with. */
    private final class Scan implements LayerReader.Scan {
        private final String name;
        private final Blob stored;
        private final Diagnostics diagnostics;
        private final long total;

        Scan(String name, Blob stored, Diagnostics diagnostics, long total) {
            this.name = name;
            this.stored = stored;
            this.diagnostics = diagnostics;
            this.total = total;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Blob stored() {
            return stored;
        }

        @Override
        public LayerReader.Spool spool() {
            return resources.spool().newSpool();
        }

        @Override
        public Limits limits() {
            return request.limits();
        }

        @Override
        public Diagnostics diagnostics() {
            return diagnostics;
        }

        @Override
        public void progress(long bytes) {
            request.progress().read(bytesRead.addAndGet(bytes), total);
        }
    }
}

package dev.jonah.inspector;

import dev.jonah.diagnostic.DiagnosticCollector;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Blob;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageDescription.StoredLayer;
import dev.jonah.image.LayerEntry;
import dev.jonah.image.LayerReader;
import dev.jonah.image.OpenRequest;
import dev.jonah.inspector.bytes.BlobStream;
import dev.jonah.inspector.source.DirectoryWalk;
import dev.jonah.inspector.tar.EntryWeight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Reads the layers of an image, several at once if threads are lent, and has them united in order. */
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

    OpenedImage read(ImageDescription description, DiagnosticCollector diagnostics) throws IOException {
        List<StoredLayer> stored = description.layers();
        long total = stored.stream()
                .mapToLong(l -> l.blob() == null ? 0 : l.blob().size())
                .sum();
        OrderedUnion union = new OrderedUnion(description, request.limits(), diagnostics);
        int[] first = firstWithSameBytes(stored);
        request.tasks().run(stored.size(), index -> {
            if (first[index] == index) {
                union.add(index, readLayer(stored.get(index), index, total));
            } else {
                union.addAgain(index, first[index]);
            }
        });
        return union.finish(resources);
    }

    /** For each layer the lowest one that has the very same bytes: an archive may name one layer twice. */
    private static int[] firstWithSameBytes(List<StoredLayer> stored) {
        IdentityHashMap<Blob, Integer> met = new IdentityHashMap<>();
        int[] first = new int[stored.size()];
        for (int i = 0; i < first.length; i++) {
            Blob blob = stored.get(i).blob();
            Integer earlier = blob == null ? null : met.putIfAbsent(blob, i);
            first[i] = earlier == null ? i : earlier;
        }
        return first;
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
                long weight = entries.addAndGet(EntryWeight.of(entry));
                request.limits()
                        .check(Limits.Name.ENTRIES, weight, "the number of entries, or the size of their names");
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

package dev.jonah.testkit;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Blob;
import dev.jonah.image.LayerEntry;
import dev.jonah.image.LayerReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A scan of one stored layer; made by {@link Scans#layer}.
 *
 * @param stored the bytes
 * @param limits bounds
 * @param diagnostics what was reported so far
 */
public record LayerScan(Blob stored, Limits limits, CollectedDiagnostics diagnostics) implements LayerReader.Scan {
    /** The same within these bounds. */
    public LayerScan withLimits(Limits value) {
        return new LayerScan(stored, value, diagnostics);
    }

    /** The entries that the reader hands over, and its summary. */
    public Result read(LayerReader reader) throws IOException {
        List<LayerEntry> entries = new ArrayList<>();
        LayerReader.Summary summary = reader.read(this, entries::add);
        return new Result(entries, summary);
    }

    @Override
    public String name() {
        return "layer 0";
    }

    @Override
    public LayerReader.Spool spool() {
        return new MemorySpool(limits);
    }

    @Override
    public void progress(long bytes) {}

    /**
     * What reading a layer gave.
     *
     * @param entries in the order stored
     * @param summary of the whole
     */
    public record Result(List<LayerEntry> entries, LayerReader.Summary summary) {
        /** Copies the list. */
        public Result {
            entries = List.copyOf(entries);
        }
    }
}

package dev.jonah.benchmarks;

import dev.jonah.image.LayerEntry;
import dev.jonah.inspector.tar.TarLayerReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Listing and hashing the plain tar of one layer, 20,000 entries and about 30 MB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class IndexLayer {
    static final int ENTRIES = 20_000;

    private final HeapLayer layer = new HeapLayer(SampleLayers.layer(0, ENTRIES));

    /** Every entry, and the digest of the whole. */
    @Benchmark
    public List<LayerEntry> index() throws IOException {
        return entries(layer);
    }

    static List<LayerEntry> entries(HeapLayer layer) throws IOException {
        List<LayerEntry> entries = new ArrayList<>(ENTRIES);
        new TarLayerReader().read(layer, entries::add);
        return entries;
    }
}

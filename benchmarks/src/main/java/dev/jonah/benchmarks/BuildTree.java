package dev.jonah.benchmarks;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.LayerEntry;
import dev.jonah.inspector.tree.LayerUnion;
import dev.jonah.inspector.tree.SquashedTree;
import dev.jonah.inspector.tree.VersionedTree;
import dev.jonah.value.ImagePath;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The tree of five layers with 20,000 entries each, half of which hide entries of the layer below. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class BuildTree {
    private static final int LAYERS = 5;

    private final List<List<LayerEntry>> layers = new ArrayList<>();
    private final List<ImagePath> paths = new ArrayList<>();
    private SquashedTree tree =
            new LayerUnion(Limits.defaults(), false).finish().at(0);

    /** Reads the layers once. */
    @Setup
    public void read() throws IOException {
        for (int layer = 0; layer < LAYERS; layer++) {
            layers.add(IndexLayer.entries(new HeapLayer(SampleLayers.layer(layer, IndexLayer.ENTRIES))));
        }
        for (int entry = 0; entry < IndexLayer.ENTRIES; entry++) {
            paths.add(ImagePath.of("/" + SampleLayers.path(LAYERS - 1, entry)));
        }
        tree = union().at(LAYERS - 1);
    }

    /** Lays the layers over each other. */
    @Benchmark
    public VersionedTree union() throws IOException {
        LayerUnion union = new LayerUnion(Limits.defaults(), false);
        for (List<LayerEntry> layer : layers) {
            union.apply(layer, diagnostic -> {});
        }
        return union.finish();
    }

    /** The same, and the sorted list of all files at the top. */
    @Benchmark
    public int unionAndListing() throws IOException {
        return union().at(LAYERS - 1).fileCount();
    }

    /** The canonical paths of 20,000 entries. */
    @Benchmark
    public void canonical(Blackhole sink) {
        for (ImagePath path : paths) {
            sink.consume(tree.canonical(path));
        }
    }
}

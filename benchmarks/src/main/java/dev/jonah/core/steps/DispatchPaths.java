package dev.jonah.core.steps;

import dev.jonah.image.Content;
import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.ManifestParser;
import dev.jonah.plugin.PluginLoader;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** Finding the parsers that want each of a million paths; here, because the table of patterns is core's own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DispatchPaths {
    private static final int PATHS = 1_000_000;
    private static final String[] PLACES = {
        "/usr/lib/python3/dist-packages/",
        "/usr/share/doc/",
        "/app/node_modules/",
        "/usr/lib/x86_64-linux-gnu/",
        "/opt/"
    };
    private static final String[] NAMES = {
        "index.js",
        "package.json",
        "METADATA",
        "copyright",
        "module.so.1.2",
        "README.md",
        "data.bin",
        "x.jar",
        "program"
    };

    private final List<FileEntry> entries = new ArrayList<>(PATHS);
    private @Nullable Dispatch dispatch;

    /** Makes the paths, and the table of all parsers on the class path. */
    @Setup
    public void make() {
        Random random = new Random(1);
        for (int i = 0; i < PATHS; i++) {
            String directory = PLACES[random.nextInt(PLACES.length)] + Integer.toString(i / 20, 36) + "/lib/";
            entries.add(new Entry(ImagePath.of(directory + NAMES[random.nextInt(NAMES.length)])));
        }
        ClassLoader loader = DispatchPaths.class.getClassLoader();
        List<ManifestParser> parsers = PluginLoader.load(ManifestParser.class, loader, failure -> {});
        dispatch = Dispatch.of(parsers, ManifestParser::accepts);
    }

    /** A million paths; how many times some parser wants one. */
    @Benchmark
    public int million() {
        int[] wanted = new int[1];
        for (FileEntry entry : entries) {
            if (dispatch != null) {
                dispatch.matching(entry, parser -> wanted[0]++);
            }
        }
        return wanted[0];
    }

    /** A file of which nothing but the path is ever looked at. */
    private record Entry(ImagePath path) implements FileEntry {
        @Override
        public EntryType type() {
            return EntryType.FILE;
        }

        @Override
        public int mode() {
            return 0644;
        }

        @Override
        public long uid() {
            return 0;
        }

        @Override
        public long gid() {
            return 0;
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public long modified() {
            return 0;
        }

        @Override
        public @Nullable RawText target() {
            return null;
        }

        @Override
        public @Nullable Device device() {
            return null;
        }

        @Override
        public Map<String, RawText> attributes() {
            return Map.of();
        }

        @Override
        public @Nullable Content content() {
            return null;
        }

        @Override
        public int layer() {
            return 0;
        }

        @Override
        public boolean implied() {
            return false;
        }
    }
}

package dev.jonah.benchmarks;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.image.FileTree;
import dev.jonah.inspector.tree.LayerUnion;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.debian.DpkgPackages;
import dev.jonah.sysdb.rpm.RpmPackages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

/** Reading a database of dpkg with 500 packages and of rpm with 1,000, each with 40,000 paths. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadDatabase {
    private static final int PATHS = 40_000;

    private FileTree debian = tree(SampleDatabases.dpkg(1, 1));
    private FileTree rpm = debian;

    /** Makes the databases. */
    @Setup
    public void make() {
        debian = tree(SampleDatabases.dpkg(500, PATHS / 500));
        rpm = tree(SampleDatabases.rpm(1000, PATHS / 1000));
    }

    /** dpkg's, with the files. */
    @Benchmark
    public int dpkg() throws IOException {
        return read(new DpkgPackages(), debian, true, 500);
    }

    /** dpkg's, for the history of packages. */
    @Benchmark
    public int dpkgWithoutFiles() throws IOException {
        return read(new DpkgPackages(), debian, false, 500);
    }

    /** rpm's, with the files. */
    @Benchmark
    public int rpm() throws IOException {
        return read(new RpmPackages(), rpm, true, 1000);
    }

    /** rpm's, for the history of packages. */
    @Benchmark
    public int rpmWithoutFiles() throws IOException {
        return read(new RpmPackages(), rpm, false, 1000);
    }

    private static int read(PackageDatabase database, FileTree tree, boolean files, int expected) throws IOException {
        List<SoftwarePackage> found = new ArrayList<>();
        database.read(new Scan(tree, files), found::add);
        int promises =
                found.stream().mapToInt(software -> software.files().size()).sum();
        if (found.size() != expected || files && promises < PATHS) {
            throw new IllegalStateException(found.size() + " packages with " + promises + " files");
        }
        return promises;
    }

    private static FileTree tree(byte[] layer) {
        try {
            LayerUnion union = new LayerUnion(Limits.defaults(), false);
            union.apply(IndexLayer.entries(new HeapLayer(layer)), diagnostic -> {});
            return union.finish().at(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Scan(FileTree tree, boolean wantsFiles) implements PackageScan {
        @Override
        public @Nullable Distro distro() {
            return null;
        }

        @Override
        public Limits limits() {
            return Limits.defaults();
        }

        @Override
        public Diagnostics diagnostics() {
            return diagnostic -> {};
        }
    }
}

package dev.jonah.benchmarks;

import dev.jonah.appdb.java.JavaArchiveParser;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.inspector.tree.LayerUnion;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
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

/** Reading an archive of 50,000 entries, and one that holds 300 archives of 170 entries each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadJar {
    private static final ImagePath PATH = ImagePath.of("/app.jar");
    private static final int ENTRIES = 50_000;
    private static final int ARCHIVES = 300;

    private FileTree large = tree(new byte[0]);
    private FileTree nested = large;

    /** Makes the archives. */
    @Setup
    public void make() throws IOException {
        large = tree(classes("app", ENTRIES));
        nested = tree(archives());
    }

    /** One archive of 50,000 classes. */
    @Benchmark
    public int large() throws IOException {
        return read(large, 1);
    }

    /** 300 archives, stored in one as Spring Boot does it: 51,000 entries in all. */
    @Benchmark
    public int nested() throws IOException {
        return read(nested, ARCHIVES + 1);
    }

    private static int read(FileTree tree, int expected) throws IOException {
        List<SoftwarePackage> found = new ArrayList<>();
        FileEntry file = tree.find(PATH).orElseThrow();
        new JavaArchiveParser().parse(file, new Scan(tree), found::add);
        if (found.size() != expected) {
            throw new IllegalStateException(found.size() + " packages");
        }
        return found.size();
    }

    private static byte[] archives() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < ARCHIVES; i++) {
                byte[] inner = classes("library-" + i, ENTRIES / ARCHIVES);
                CRC32 crc = new CRC32();
                crc.update(inner);
                ZipEntry entry = new ZipEntry("BOOT-INF/lib/library-" + i + "-1.0.jar");
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(inner.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(inner);
            }
        }
        return out.toByteArray();
    }

    private static byte[] classes(String artifact, int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Random random = new Random(1);
        byte[] content = new byte[256];
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            String project = "groupId=org.example\nartifactId=" + artifact + "\nversion=1.0\n";
            put(
                    zip,
                    "META-INF/maven/org.example/" + artifact + "/pom.properties",
                    project.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < count; i++) {
                random.nextBytes(content);
                put(zip, "org/example/part" + i % 97 + "/Class" + i + ".class", content);
            }
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private static FileTree tree(byte[] archive) {
        try {
            LayerUnion union = new LayerUnion(Limits.defaults(), false);
            union.apply(IndexLayer.entries(new HeapLayer(tar(archive))), diagnostic -> {});
            return union.finish().at(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] tar(byte[] archive) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry entry = new TarArchiveEntry("app.jar");
            entry.setSize(archive.length);
            tar.putArchiveEntry(entry);
            tar.write(archive);
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    private record Scan(FileTree tree) implements PackageScan {
        @Override
        public @Nullable Distro distro() {
            return null;
        }

        @Override
        public boolean wantsFiles() {
            return true;
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

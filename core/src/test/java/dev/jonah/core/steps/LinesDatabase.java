package dev.jonah.core.steps;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.TrustedKey;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A database for tests: {@code /db/new}, else {@code /db/old}, with a line {@code name version architecture path…} for each
 * package, {@code key NAME} for a key, and {@code fail} where reading fails. It counts how often it is read.
 */
final class LinesDatabase implements PackageDatabase {
    final AtomicInteger reads = new AtomicInteger();
    final AtomicInteger readsWithFiles = new AtomicInteger();
    /** Readings of earlier states wait for so many others, but not for long. */
    CountDownLatch together = new CountDownLatch(0);

    @Override
    public String id() {
        return "test.lines";
    }

    @Override
    public boolean presentIn(FileTree tree) {
        return file(tree) != null;
    }

    private static FileEntry file(FileTree tree) {
        return tree.resolveFile(ImagePath.of("/db/new"))
                .or(() -> tree.resolveFile(ImagePath.of("/db/old")))
                .orElse(null);
    }

    @Override
    public void read(PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        (scan.wantsFiles() ? readsWithFiles : reads).incrementAndGet();
        if (!scan.wantsFiles() && reads.get() > 1) {
            awaitOthers();
        }
        FileEntry file = file(scan.tree());
        try (LineReader lines =
                new LineReader(Objects.requireNonNull(file.content()).open(), scan.limits())) {
            for (RawText line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> words = List.of(line.toString().split(" "));
                if (words.get(0).equals("fail")) {
                    throw new IOException("damaged");
                } else if (words.get(0).equals("key")) {
                    scan.trusts(new TrustedKey(words.get(1), null, List.of(), null, file.path()));
                } else {
                    out.accept(software(words, file, scan));
                }
            }
        }
        scan.publicKeys().forEach(key -> scan.trusts(new TrustedKey(key.toString(), "ff", List.of(), 1L, file.path())));
    }

    private void awaitOthers() {
        together.countDown();
        try {
            together.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static SoftwarePackage software(List<String> words, FileEntry file, PackageScan scan) {
        Purl purl = Purl.of("generic", words.get(0))
                .version(words.get(1))
                .qualifier("arch", words.get(2))
                .build();
        SoftwarePackage.Builder software = SoftwarePackage.of(purl, SoftwarePackage.Kind.SYSTEM, file.path());
        for (String path : scan.wantsFiles() ? words.subList(3, words.size()) : List.<String>of()) {
            scan.tree().find(ImagePath.of(path));
            software.file(PackageFile.at(ImagePath.of(path), "test").build());
        }
        return software.build();
    }
}

package dev.jonah.core.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jonah.Jonah;
import dev.jonah.TestImages;
import dev.jonah.image.Image;
import dev.jonah.packages.Purl;
import dev.jonah.pipeline.PackageChange;
import dev.jonah.result.ScanResult;
import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.LayerBuilder;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What layers did to packages, and how often a database is read to find that out. */
class PackageHistoryTest {
    private final LinesDatabase database = new LinesDatabase();

    @Test
    void eachLayerTellsWhatItAddedChangedAndRemoved() throws IOException {
        ScanResult result = scan(
                l -> l.file("/db/new", "a 1 x\nb 1 x\n"),
                l -> l.file("/db/new", "a 2 x\nb 1 x\nc 1 x\n"),
                l -> l.file("/unrelated", ""),
                l -> l.file("/db/new", "a 2 x\nc 1 x\n"));
        assertThat(changes(result))
                .containsExactly("0 null a@1", "0 null b@1", "1 a@1 a@2", "1 null c@1", "3 b@1 null");
        assertThat(PackageChange.Counts.of(result.packageChanges(), 4))
                .containsExactly(
                        new PackageChange.Counts(2, 0, 0),
                        new PackageChange.Counts(1, 1, 0),
                        new PackageChange.Counts(0, 0, 0),
                        new PackageChange.Counts(0, 0, 1));
    }

    @Test
    void aVersionReplacesOneOfItsArchitectureBeforeOneOfAnother() throws IOException {
        ScanResult result = scan(
                l -> l.file("/db/new", "a 1 amd64\na 1 i386\nb 1 all\n"),
                l -> l.file("/db/new", "a 2 amd64\nb 2 amd64\n"));
        assertThat(result.packageChanges())
                .filteredOn(change -> change.layer() == 1)
                .extracting(
                        change -> text(change.before()) + architecture(change.before()),
                        change -> text(change.after()) + architecture(change.after()))
                .containsExactly(tuple("a@1i386", "null"), tuple("a@1amd64", "a@2amd64"), tuple("b@1all", "b@2amd64"));
    }

    @Test
    void severalVersionsOfOneNameAreToldApart() throws IOException {
        ScanResult result = scan(
                l -> l.file("/db/new", "kernel 1 x\nkernel 2 x\n"), l -> l.file("/db/new", "kernel 2 x\nkernel 3 x\n"));
        assertThat(changes(result)).containsExactly("0 null kernel@1", "0 null kernel@2", "1 kernel@1 kernel@3");
    }

    @Test
    void whatIsAddedLessWhatIsRemovedIsWhatIsThere() throws IOException {
        ScanResult result = scan(
                l -> l.file("/db/new", "a 1 x\na 1 x\nb 1 x\n"),
                l -> l.file("/db/new", "a 1 x\n"),
                l -> l.file("/db/new", "a 1 x\na 1 x\na 1 x\nc 1 x\n"));
        int sum = 0;
        for (PackageChange change : result.packageChanges()) {
            sum += (change.before() == null ? 1 : 0) - (change.after() == null ? 1 : 0);
        }
        assertThat(sum).isEqualTo(result.packages().size()).isEqualTo(4);
    }

    @Test
    void aRemovedPackageTellsWhatOfItIsStillShipped() throws IOException {
        ScanResult result = scan(
                l -> l.file("/db/new", "a 1 x\n"),
                l -> l.file("/db/new", "a 1 x\ntool 1 x /opt/tool /opt/left /opt/never /opt\n")
                        .file("/opt/tool", "12345")
                        .file("/opt/left", "1"),
                l -> l.file("/db/new", "a 1 x\n").whiteout("/opt/tool"));
        assertThat(result.removedPackages())
                .extracting(
                        r -> text(r.purl()),
                        r -> r.installedIn(),
                        r -> r.removedIn(),
                        r -> r.hiddenFiles(),
                        r -> r.hiddenBytes(),
                        r -> r.visibleFiles())
                .containsExactly(tuple("tool@1", 1, 2, 1, 5L, 1));
    }

    @Test
    void anUpgradedPackageIsNotRemoved() throws IOException {
        ScanResult result = scan(l -> l.file("/db/new", "a 1 x\n"), l -> l.file("/db/new", "a 2 y\n"));
        assertThat(result.removedPackages()).isEmpty();
        assertThat(database.readsWithFiles).hasValue(1);
    }

    @Test
    void packagesOfADeletedDatabaseAreRemovedAndTheirFilesVisible() throws IOException {
        ScanResult result = scan(
                l -> l.file("/db/new", "a 1 x /opt/a\nb 1 x /opt/b\n")
                        .file("/opt/a", "1")
                        .file("/opt/b", "1"),
                l -> l.whiteout("/db/new"));
        assertThat(result.packages()).isEmpty();
        assertThat(result.removedPackages())
                .extracting(r -> text(r.purl()), r -> r.removedIn(), r -> r.hiddenFiles(), r -> r.visibleFiles())
                .containsExactly(tuple("a@1", 1, 0, 1), tuple("b@1", 1, 0, 1));
    }

    @Test
    void aDatabaseThatMovedIsReadWhereItWas() throws IOException {
        ScanResult result = scan(
                l -> l.file("/db/old", "a 1 x\n"),
                l -> l.file("/db/old", "a 2 x\n"),
                l -> l.file("/db/new", "a 2 x\nb 1 x\n"));
        assertThat(changes(result)).containsExactly("0 null a@1", "1 a@1 a@2", "2 null b@1");
    }

    @Test
    void aLayerWhoseDatabaseCannotBeReadCountsWithTheNext() throws IOException {
        ScanResult result = scan(
                l -> l.file("/db/new", "a 1 x\nb 1 x\n"),
                l -> l.file("/db/new", "a 1 x\nfail\n"),
                l -> l.file("/db/new", "a 1 x\nc 1 x\n"));
        assertThat(changes(result)).containsExactly("0 null a@1", "0 null b@1", "2 b@1 null", "2 null c@1");
        assertThat(result.packages())
                .extracting(p -> p.software().purl().name(), p -> p.layer())
                .containsExactly(tuple("a", 0), tuple("c", 2));
        assertThat(result.diagnostics())
                .extracting(d -> d.code(), d -> d.plugin())
                .containsExactly(tuple("packages.history", "test.lines"));
        assertThat(result.complete()).isTrue();
    }

    @Test
    void aDatabaseThatIsDamagedThroughoutIsCountedByWhatCanBeRead() throws IOException {
        ScanResult result = scan(l -> l.file("/db/new", "a 1 x\nfail\n"), l -> l.file("/db/new", "a 2 x\nfail\n"));
        assertThat(changes(result)).containsExactly("0 null a@1", "1 a@1 a@2");
    }

    @Test
    void aDatabaseIsReadOnceForEachStateOfIt() throws IOException {
        scan(
                l -> l.file("/db/new", "a 1 x\n"),
                l -> l.file("/unrelated", ""),
                l -> l.file("/db/new", "a 2 x\n"),
                l -> l.file("/unrelated", "x"),
                l -> l.file("/db/new", "a 3 x\n"),
                l -> l.file("/unrelated", "y"));
        assertThat(database.readsWithFiles).hasValue(1);
        assertThat(database.reads).hasValue(3);
    }

    @Test
    void aChangedFileOfAPackageIsNoChangeOfTheDatabase() throws IOException {
        scan(l -> l.file("/db/new", "a 1 x /opt/a\n").file("/opt/a", "1"), l -> l.file("/opt/a", "2"));
        assertThat(database.reads).hasValue(1);
    }

    @Test
    void anImageOfOneLayerHasNoHistoryToRead() throws IOException {
        assertThat(changes(scan(l -> l.file("/db/new", "a 1 x\n")))).containsExactly("0 null a@1");
        assertThat(database.reads).hasValue(0);
    }

    @Test
    void anyNumberOfThreadsGivesTheSame() throws IOException {
        FakeImage.Builder layers = FakeImage.builder();
        for (int i = 0; i < 20; i++) {
            StringBuilder lines = new StringBuilder();
            for (int j = 0; j < 30; j++) {
                lines.append("p" + j * i % 37 + " " + i * j % 5 + " x /opt/" + j + "\n");
            }
            int layer = i;
            layers.layer(l -> l.file("/db/new", lines.toString()).file("/opt/" + layer, "x"));
        }
        try (Image image = TestImages.open(layers.build().dockerArchive())) {
            ExecutorService threads = Executors.newFixedThreadPool(7);
            try {
                ScanResult one = Jonah.builder().add(database).build().scan(image);
                ScanResult many = Jonah.builder()
                        .add(database)
                        .executor(threads, 8)
                        .build()
                        .scan(image);
                assertThat(many.packageChanges())
                        .isEqualTo(one.packageChanges())
                        .hasSizeGreaterThan(300);
                assertThat(many.removedPackages())
                        .isEqualTo(one.removedPackages())
                        .isNotEmpty();
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void statesAreReadSideBySide() throws IOException {
        FakeImage.Builder layers = FakeImage.builder();
        for (int i = 0; i < 20; i++) {
            String lines = "a " + i + " x\n" + "b 1 x\n".repeat(1_000);
            layers.layer(l -> l.file("/db/new", lines));
        }
        database.together = new CountDownLatch(3);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (Image image = TestImages.open(layers.build().dockerArchive())) {
            long begin = System.nanoTime();
            Jonah.builder().add(database).executor(threads, 4).build().scan(image);
            assertThat(database.reads).hasValue(20);
            assertThat(database.together.getCount()).isZero();
            assertThat(System.nanoTime() - begin)
                    .as("less than what one reading waits for others")
                    .isLessThan(TimeUnit.SECONDS.toNanos(5));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void historyAloneReadsNoFiles() throws IOException {
        try (Image image = TestImages.open(l -> l.file("/db/new", "a 1 x\n"), l -> l.file("/db/new", "b 1 x\n"))) {
            List<PackageChange> changes =
                    Jonah.builder().add(database).build().packageHistory(image).changes();
            assertThat(changes).hasSize(3);
            assertThat(database.readsWithFiles).hasValue(0);
            assertThat(database.reads).hasValue(2);
        }
    }

    @Test
    void keysOfTheImageAreInTheResultAndKeysOfTheCallerReachThePlugin() throws IOException {
        try (Image image = TestImages.open(l -> l.file("/db/new", "key second\nkey first\nkey first\n"))) {
            ScanResult result = Jonah.builder()
                    .add(database)
                    .publicKeys(List.of(RawText.of("mine")))
                    .build()
                    .scan(image);
            assertThat(result.keys())
                    .extracting(key -> key.plugin(), key -> key.key().id())
                    .containsExactly(
                            tuple("test.lines", "first"), tuple("test.lines", "mine"), tuple("test.lines", "second"));
        }
    }

    @SafeVarargs
    private ScanResult scan(UnaryOperator<LayerBuilder>... layers) throws IOException {
        try (Image image = TestImages.open(layers)) {
            return Jonah.builder().add(database).build().scan(image);
        }
    }

    private static List<String> changes(ScanResult result) {
        return result.packageChanges().stream()
                .map(change -> change.layer() + " " + text(change.before()) + " " + text(change.after()))
                .toList();
    }

    private static String text(Purl purl) {
        return purl == null ? "null" : purl.name() + "@" + purl.version();
    }

    private static String architecture(Purl purl) {
        return purl == null ? "" : purl.qualifiers().get("arch");
    }
}

package dev.jonah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.jonah.image.Image;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.MissingClass;
import dev.jonah.result.ScanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample image, whose verdicts the page beside it lists. */
class SampleTest {
    private static final Path SAMPLES = Path.of("..", "samples");

    @Test
    void itsRecipeGivesTheSameBytes(@TempDir Path directory) throws IOException, InterruptedException {
        Path rebuilt = directory.resolve("demo.tar");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process recipe = new ProcessBuilder(
                        java, SAMPLES.resolve("MakeDemo.java").toString(), rebuilt.toString())
                .inheritIO()
                .start();
        assertThat(recipe.waitFor()).isZero();
        assertThat(Files.mismatch(rebuilt, SAMPLES.resolve("demo.tar"))).isEqualTo(-1);
    }

    @Test
    void everyVerdictOccursAsOftenAsItsPageSays() throws IOException {
        assertThat(scan().verdicts())
                .containsExactly(
                        entry(Verdict.VERIFIED, 13),
                        entry(Verdict.OWNED, 2),
                        entry(Verdict.CONFIG_EDITED, 2),
                        entry(Verdict.MODIFIED, 1),
                        entry(Verdict.COPY, 1),
                        entry(Verdict.DERIVED, 7),
                        entry(Verdict.TRANSIENT, 7),
                        entry(Verdict.KNOWN, 0),
                        entry(Verdict.IDENTIFIED, 0),
                        entry(Verdict.UNEXPLAINED, 4));
    }

    @Test
    void theAlarmsAreWhatWasPlanted() throws IOException {
        assertThat(scan().files())
                .filteredOn(file -> file.verdict() == Verdict.MODIFIED || file.verdict() == Verdict.UNEXPLAINED)
                .extracting(file -> file.entry().path().toString(), file -> String.join(" ", file.signals()))
                .containsExactly(
                        tuple("/bin/nc", ""),
                        tuple("/srv/app/server.py", ""),
                        tuple("/tmp/.cache/.update", "executable-among-data hidden-executable elf"),
                        tuple("/usr/local/bin/rootsh", "setuid elf"),
                        tuple("/usr/sbin/keeper", "modified-program setuid elf"));
    }

    @Test
    void whatIsMissingHasItsClass() throws IOException {
        assertThat(scan().missing())
                .extracting(missing -> missing.path().fileName(), missing -> missing.reason())
                .containsExactly(
                        tuple("default.conf", MissingClass.CONFIG_REMOVED),
                        tuple("motd", MissingClass.CONFIG_REMOVED),
                        tuple("song.cpython-311.pyc", MissingClass.GHOST),
                        tuple("README", MissingClass.DELETED_IN_LAYER),
                        tuple("keeper", MissingClass.UNEXPLAINED),
                        tuple("manual.txt", MissingClass.UNEXPLAINED));
    }

    @Test
    void whatWasDeletedAndIsStillShippedIsListed() throws IOException {
        assertThat(scan().hidden())
                .filteredOn(version -> !version.replaced() && version.entry().layer() == 1)
                .extracting(
                        version -> version.entry().path().toString(),
                        version -> version.entry().size())
                .containsExactly(tuple("/root/.ssh/id_demo", 249L), tuple("/var/cache/build/objects.bin", 65536L));
    }

    @Test
    void theKeyThatWasDeletedTooLateIsAnAlarm() throws IOException {
        assertThat(scan().hiddenSignals())
                .extracting(
                        hidden -> hidden.version().entry().path().toString(),
                        hidden -> hidden.signals(),
                        hidden -> hidden.evidence().get(0).text())
                .containsExactly(tuple("/root/.ssh/id_demo", List.of("private-key"), "private key, line 1"));
    }

    private static ScanResult scan() throws IOException {
        Jonah jonah = Jonah.create();
        try (Image image = jonah.open(SAMPLES.resolve("demo.tar"))) {
            return jonah.scan(image);
        }
    }
}

package dev.jonah.inspector.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jonah.image.LayerEntry;
import dev.jonah.testkit.LayerScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that GNU tar makes on this machine; skipped where there is none. */
class GnuTarTest {
    @TempDir
    Path directory;

    @BeforeEach
    void gnuTarIsThere() {
        assumeTrue(version().contains("GNU tar"), "no GNU tar on this machine: not compared with its archives");
    }

    private static String version() {
        try {
            Process process = new ProcessBuilder("tar", "--version")
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--format=gnu",
                "--format=oldgnu",
                "--format=posix",
                "--format=posix --sparse-version=0.0",
                "--format=posix --sparse-version=0.1"
            })
    void everyFormatGivesTheSameEntries(String options) throws Exception {
        String longName = "d".repeat(120) + "/" + "f".repeat(120);
        Path tree = Files.createDirectories(directory.resolve("tree"));
        Files.createDirectories(tree.resolve("d".repeat(120)));
        Files.writeString(tree.resolve(longName), "long");
        Files.createLink(tree.resolve("hard"), tree.resolve(longName));
        Files.createSymbolicLink(tree.resolve("soft"), Path.of("t".repeat(150)));
        try (RandomAccessFile sparse =
                new RandomAccessFile(tree.resolve("sparse").toFile(), "rw")) {
            for (int i = 1; i <= 30; i++) {
                sparse.seek(i * 65_536L);
                sparse.write('a' + i % 26);
            }
            sparse.setLength(3_000_000);
        }
        LayerScan scan = Scans.layer(tar(tree, options));
        LayerScan.Result result = scan.read(new TarLayerReader());
        assertThat(result.summary().problem()).isNull();
        assertThat(scan.diagnostics().all()).isEmpty();
        Map<String, LayerEntry> found = new TreeMap<>();
        result.entries().forEach(e -> found.put(e.name().toString(), e));
        assertThat(found.keySet())
                .containsExactlyInAnyOrder(
                        "./", "./" + "d".repeat(120) + "/", "./" + longName, "./hard", "./soft", "./sparse");
        assertThat(found.get("./soft").target()).hasToString("t".repeat(150));
        assertThat(found.get("./sparse").content().head(4_000_000))
                .isEqualTo(Files.readAllBytes(tree.resolve("sparse")));
    }

    private byte[] tar(Path tree, String options) throws Exception {
        Path archive = directory.resolve("a.tar");
        List<String> command = new java.util.ArrayList<>(List.of("tar", "--sparse", "--sort=name"));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-cf", archive.toString(), "-C", tree.toString(), "."));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return Files.readAllBytes(archive);
    }
}

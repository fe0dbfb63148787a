package dev.jonah.cli.tampering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@code dpkg --verify}, over a Debian that mmdebstrap makes. */
@Tag("tampering")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DpkgTamperingTest {
    private static final int COUNT = 700;
    // dpkg 1.21 gives up where it finds a directory instead of a file.
    private static final Set<Tampering> WAYS = EnumSet.complementOf(EnumSet.of(Tampering.DIRECTORY));

    @TempDir
    static Path directory;

    private Path made = Path.of("");

    @BeforeAll
    void make() throws IOException {
        made = directory.resolve("made");
        RealTool.named("mmdebstrap")
                .run("--variant=essential", "--mode=root", "--include=ca-certificates", "bookworm", made.toString())
                .succeeded();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261124})
    void everyDifferenceIsOneOfBoth(long seed, TestReporter reporter) throws IOException {
        Path root = directory.resolve("seed-" + seed);
        RealTool.named("cp").run("-a", made.toString(), root.toString()).succeeded();
        List<Tampered> done = Tampered.at(root, listed(root), WAYS, COUNT, seed);
        reporter.publishEntry("seed " + seed, done.size() + " files changed");
        assertThat(done).hasSize(COUNT);

        Set<String> altered = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        for (String line : RealTool.named("dpkg")
                .run("--root=" + root, "--verify")
                .succeeded()
                .lines()
                .toList()) {
            String path = line.substring(line.indexOf('/')).replaceFirst(" \\(.*\\)$", "");
            (line.startsWith("missing") ? missing : altered).add(canonical(root, path));
        }
        Scanned scanned = Scanned.of(root);
        assertThat(scanned.altered()).as("changed, seed %d", seed).isEqualTo(altered);
        assertThat(scanned.missing.keySet()).as("missing, seed %d", seed).isEqualTo(missing);
    }

    private static List<String> listed(Path root) throws IOException {
        List<String> paths = new ArrayList<>();
        try (var lists = Files.newDirectoryStream(root.resolve("var/lib/dpkg/info"), "*.list")) {
            for (Path list : lists) {
                paths.addAll(Files.readAllLines(list));
            }
        }
        // Of links to directories dpkg asks only that something is there; Jonah, that what lies below can be there too.
        paths.removeIf(path -> path.startsWith("/var/lib/dpkg/") || Files.isDirectory(root.resolve(path.substring(1))));
        paths.sort(null);
        return paths.stream().distinct().toList();
    }

    /** The path with its parents resolved, as the entry of it is called; what is there itself is not followed. */
    private static String canonical(Path root, String path) throws IOException {
        Path file = root.resolve(path.substring(1));
        Path parent = file.getParent();
        if (parent == null || !Files.exists(parent)) {
            return path;
        }
        return "/" + root.toRealPath().relativize(parent.toRealPath().resolve(file.getFileName()));
    }
}

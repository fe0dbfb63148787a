package dev.jonah.cli.tampering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.result.FileResult;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@code rpm -Va}, over packages that rpmbuild makes with every kind of file. */
@Tag("tampering")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RpmTamperingTest {
    private static final int COUNT = 400;
    private static final int FILES = 260;
    // Debian's rpm would keep its database in the home directory.
    private static final String PLACE = "_dbpath /var/lib/rpm";

    @TempDir
    static Path directory;

    private Path made = Path.of("");

    @BeforeAll
    void make() throws IOException {
        RealTool build = RealTool.named("rpmbuild");
        made = directory.resolve("made");
        Files.createDirectories(made.resolve("etc"));
        Files.writeString(made.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1::/:/bin/false\n");
        Files.writeString(made.resolve("etc/group"), "root:x:0:\ndaemon:x:1:\n");
        List<String> install = new ArrayList<>(
                List.of("--root", made.toString(), "--define", PLACE, "--nodeps", "--force-debian", "-i"));
        for (int number = 0; number < 3; number++) {
            Path spec = Files.writeString(directory.resolve("p" + number + ".spec"), spec(number));
            build.run("--define", "_topdir " + directory, "-bb", spec.toString())
                    .succeeded();
            install.add(directory
                    .resolve("RPMS/noarch/tampered" + number + "-1-1.noarch.rpm")
                    .toString());
        }
        RealTool.named("rpm").run(install.toArray(String[]::new)).succeeded();
    }

    /** A package whose files are of all kinds, chosen at random but the same each time. */
    private static String spec(int number) {
        Random random = new Random(number);
        StringBuilder install = new StringBuilder();
        StringBuilder files = new StringBuilder();
        String top = "/opt/tampered" + number;
        String[] kinds = {
            "",
            "",
            "",
            "",
            "%config ",
            "%config(noreplace) ",
            "%doc ",
            "%verify(not md5 size mtime) ",
            "%verify(not mode) ",
            "%verify(not user group) ",
            "%attr(4755, root, daemon) ",
            "%attr(0600, daemon, daemon) ",
            "%verify(not link) "
        };
        for (int i = 0; i < FILES; i++) {
            String path = top + "/d" + i % 7 + "/f" + i;
            String kind = kinds[random.nextInt(kinds.length)];
            if (i % 9 == 0 || kind.contains("link")) {
                install.append("ln -s f")
                        .append(i + 1)
                        .append(" %{buildroot}")
                        .append(path)
                        .append('\n');
                files.append(kind.contains("link") ? kind : "").append(path).append('\n');
            } else {
                install.append("echo ")
                        .append("text ".repeat(1 + random.nextInt(20)))
                        .append(i)
                        .append(" > %{buildroot}")
                        .append(path)
                        .append('\n');
                files.append(kind).append(path).append('\n');
            }
        }
        StringBuilder directories = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            directories
                    .append("mkdir -p %{buildroot}")
                    .append(top)
                    .append("/d")
                    .append(i)
                    .append('\n');
        }
        return "Name: tampered" + number + "\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\nBuildArch: noarch\n"
                + "%description\nx\n%install\n" + directories + install + "touch %{buildroot}" + top
                + "/ghost\n%files\n"
                + "%defattr(-, root, root)\n" + files + "%ghost " + top + "/ghost\n";
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20261124})
    void everyDifferenceIsOneOfBoth(long seed, TestReporter reporter) throws IOException {
        Path root = directory.resolve("seed-" + seed);
        RealTool.named("cp").run("-a", made.toString(), root.toString()).succeeded();
        List<String> paths = RealTool.named("rpm")
                .run("--root", root.toString(), "--define", PLACE, "-qal")
                .succeeded()
                .lines()
                .filter(path -> path.startsWith("/opt/"))
                .sorted()
                .distinct()
                .toList();
        List<Tampered> done = Tampered.at(root, paths, EnumSet.allOf(Tampering.class), COUNT, seed);
        reporter.publishEntry("seed " + seed, done.size() + " files changed");
        assertThat(done).hasSize(COUNT);

        Set<String> content = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        Map<String, String> metadata = new TreeMap<>();
        for (String line : RealTool.named("rpm")
                .run("--root", root.toString(), "--define", PLACE, "-Va", "--nodeps", "--noscripts")
                .output()
                .lines()
                .toList()) {
            String path = line.substring(line.indexOf('/')).replaceFirst(" \\(.*\\)$", "");
            String flags = line.substring(0, Math.min(9, line.length()));
            boolean directory = Files.isDirectory(root.resolve(path.substring(1)), LinkOption.NOFOLLOW_LINKS);
            if (line.startsWith("missing") || directory) {
                missing.add(path);
            } else if (flags.contains("5")
                    || flags.contains("L")
                    || flags.contains("S")
                    || changedType(root, path, done)) {
                content.add(path);
            }
            if (!line.startsWith("missing") && !directory) {
                metadata.put(path, flags);
            }
        }
        Scanned scanned = Scanned.of(root);
        assertThat(scanned.altered()).as("changed, seed %d", seed).isEqualTo(content);
        // Where a directory took the place of a file whose mode or link is not to be checked, rpm is content.
        Set<String> found = unexpected(scanned);
        done.stream()
                .filter(tampered -> tampered.how() == Tampering.DIRECTORY && !missing.contains(tampered.path()))
                .forEach(tampered -> found.remove(tampered.path()));
        assertThat(found).as("missing, seed %d", seed).isEqualTo(missing);
        for (Map.Entry<String, FileResult> file : scanned.files.entrySet()) {
            if (file.getKey().startsWith("/opt/")) {
                String flags = metadata.getOrDefault(file.getKey(), ".........");
                List<String> signals = file.getValue().signals();
                assertThat(signals.contains("owner-changed"))
                        .as("owner of %s, %s", file.getKey(), flags)
                        .isEqualTo(flags.contains("U"));
                assertThat(signals.contains("group-changed"))
                        .as("group of %s, %s", file.getKey(), flags)
                        .isEqualTo(flags.contains("G"));
                // Of another type, rpm tells that by the same letter, and for Jonah it is another content.
                if (!changedType(root, file.getKey(), done)) {
                    assertThat(signals.contains("mode-changed"))
                            .as("mode of %s, %s", file.getKey(), flags)
                            .isEqualTo(flags.contains("M"));
                }
            }
        }
    }

    /** rpm tells a changed type by the mode, whose upper bits are the type. */
    private static boolean changedType(Path root, String path, List<Tampered> done) {
        return done.stream()
                .anyMatch(tampered -> tampered.path().equals(path)
                        && (tampered.how() == Tampering.TYPE
                                || tampered.how() == Tampering.REPLACE
                                        && Files.isRegularFile(
                                                root.resolve(path.substring(1)), LinkOption.NOFOLLOW_LINKS)));
    }

    private static Set<String> unexpected(Scanned scanned) {
        Set<String> paths = new TreeSet<>();
        scanned.missing.forEach((path, file) -> {
            if (file.reason() != dev.jonah.packages.MissingClass.GHOST && path.startsWith("/opt/")) {
                paths.add(path);
            }
        });
        return paths;
    }
}

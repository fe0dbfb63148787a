package com.example.pacman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jonah.Jonah;
import dev.jonah.image.Image;
import dev.jonah.ledger.Verdict;
import dev.jonah.result.FileResult;
import dev.jonah.result.MissingFile;
import dev.jonah.result.ScanResult;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes files of packages that pacman installed, at random, and compares what Jonah says with {@code pacman -Qkk}. */
class PacmanComparisonTest {
    private static final int CHANGES = Integer.getInteger("changes", 20);
    private static final Pattern LINE = Pattern.compile("(?:warning|backup file): [^:]+: (/.+) \\(([A-Za-z0-9 ]+)\\)");
    private static final Set<String> OF_CONTENT =
            Set.of("Size mismatch", "MD5 checksum mismatch", "SHA256 checksum mismatch", "Symlink path mismatch",
                    "File type mismatch");
    private static final Set<String> OF_METADATA = Set.of("Permissions mismatch", "UID mismatch", "GID mismatch");
    private static final Set<String> OF_METADATA_HERE = Set.of("mode-changed", "owner-changed", "group-changed");
    private static final List<String> FILES = List.of(
            "etc/demo.conf", "etc/demo.d/extra.conf", "usr/bin/demo", "usr/bin/demo-helper", "usr/bin/demonstrate",
            "usr/share/demo/group", "usr/share/demo/link=to spaces", "usr/share/demo/name with spaces é #1.txt",
            "usr/share/doc/demo/manual", "usr/share/locale/de/LC_MESSAGES/demo.mo");

    @TempDir
    static Path directory;

    @BeforeAll
    static void install() throws IOException {
        for (String tool : List.of("makepkg", "pacman", "fakeroot", "bsdtar", "setpriv")) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin", tool)), "there is no " + tool + " to compare with");
        }
        assumeTrue(System.getProperty("user.name").equals("root"), "pacman installs for root only");
        tool("bash").run("src/test/fixture/make", directory.resolve("root").toString()).succeeded();
    }

    private static RealTool tool(String name) {
        return new RealTool(Path.of("/usr/bin", name));
    }

    private static Path copy(int number) throws IOException {
        Path copy = directory.resolve("copy" + number);
        tool("cp").run("-a", directory.resolve("root").toString(), copy.toString()).succeeded();
        return copy;
    }

    /** What pacman says of each path. */
    private static Map<String, Set<String>> saidByPacman(Path root) throws IOException {
        RealTool.Run run = tool("pacman")
                .run(Map.of("LC_ALL", "C.UTF-8"), "--root", root.toString(), "--dbpath",
                        root.resolve("var/lib/pacman").toString(), "--config", "/dev/null", "-Qkk");
        Map<String, Set<String>> said = new TreeMap<>();
        LINE.matcher(run.output() + run.errors()).results().forEach(match -> said.computeIfAbsent(
                        match.group(1).substring(root.toString().length()), path -> new TreeSet<>())
                .add(match.group(2)));
        return said;
    }

    /** Through an archive, in which names are bytes, whatever the locale. */
    private static ScanResult scan(Path root) throws IOException {
        Path archive = root.resolveSibling(root.getFileName() + ".tar");
        tool("tar").run("-C", root.toString(), "-cf", archive.toString(), ".").succeeded();
        Jonah jonah = Jonah.create();
        try (Image image = jonah.open(archive)) {
            return jonah.scan(image);
        }
    }

    /** One change by a shell, whose arguments are bytes: the JVM may be unable to name the file. */
    private static void change(Path root, String file, Random random) throws IOException {
        List<String> changes = List.of(
                "printf x >> \"$1\"",
                "rm \"$1\"",
                "rm \"$1\"; mkdir \"$1\"",
                "rm \"$1\"; ln -s elsewhere \"$1\"",
                "rm \"$1\"; echo other > \"$1\"",
                "chmod -h 0611 \"$1\" 2>/dev/null || chmod 0611 \"$1\"",
                "chmod u+s \"$1\"",
                "chown -h 12:34 \"$1\"",
                "touch -h \"$1\"",
                "[ -L \"$1\" ] || { c=$(head -c 1 \"$1\" | tr '\\000-\\377' '\\001-\\377\\000'); "
                        + "printf %s \"$c\" | dd of=\"$1\" conv=notrunc status=none; }");
        String script = "cd \"$0\"; set -- \"$(printf '%b' \"$1\")\"; " + changes.get(random.nextInt(changes.size()));
        tool("bash").run("-c", script, root.toString(), file.replace("é", "\\0303\\0251"));
    }

    @Test
    void whatWasInstalledIsWhole() throws IOException {
        ScanResult result = scan(directory.resolve("root"));
        assertThat(saidByPacman(directory.resolve("root"))).isEmpty();
        assertThat(result.missing()).isEmpty();
        assertThat(result.files())
                .filteredOn(file -> file.verdict() != Verdict.VERIFIED)
                .extracting(file -> file.entry().path() + " " + file.verdict())
                .containsExactly(
                        "/usr/share/doc/demo/pipe OWNED",
                        "/var/lib/pacman/local/ALPM_DB_VERSION TRANSIENT",
                        "/var/lib/pacman/local/demo-1:1.2-3/desc OWNED",
                        "/var/lib/pacman/local/demo-1:1.2-3/files OWNED",
                        "/var/lib/pacman/local/demo-1:1.2-3/mtree OWNED",
                        "/var/lib/pacman/local/demo-doc-1:1.2-3/desc OWNED",
                        "/var/lib/pacman/local/demo-doc-1:1.2-3/files OWNED",
                        "/var/lib/pacman/local/demo-doc-1:1.2-3/mtree OWNED");
    }

    @Test
    void changesAreFoundAsPacmanFindsThem() throws IOException {
        long seed = Long.getLong("seed", 20_261_124L);
        Random random = new Random(seed);
        for (int i = 0; i < CHANGES; i++) {
            Path root = copy(i);
            String file = FILES.get(random.nextInt(FILES.size()));
            change(root, file, random);
            compare(saidByPacman(root), scan(root), "change " + i + " of seed " + seed + ", in " + file);
        }
    }

    private static void compare(Map<String, Set<String>> said, ScanResult result, String which) {
        for (MissingFile missing : result.missing()) {
            // A directory where a file should be is no entry of the books, and the file is missing.
            assertThat(said.remove(missing.path().toString()))
                    .as(which)
                    .containsAnyOf("No such file or directory", "File type mismatch");
        }
        for (FileResult file : result.files()) {
            Set<String> found = said.getOrDefault(file.entry().path().toString(), Set.of());
            Verdict verdict = file.verdict();
            assertThat(verdict == Verdict.MODIFIED || verdict == Verdict.CONFIG_EDITED)
                    .as("%s: pacman says %s, Jonah %s", which, found, file)
                    .isEqualTo(found.stream().anyMatch(OF_CONTENT::contains));
            if (verdict == Verdict.VERIFIED) {
                assertThat(file.signals().stream().anyMatch(OF_METADATA_HERE::contains))
                        .as("%s: pacman says %s, Jonah %s", which, found, file)
                        .isEqualTo(found.stream().anyMatch(OF_METADATA::contains));
            }
            said.remove(file.entry().path().toString());
        }
        assertThat(said).as("%s: what Jonah does not know of", which).isEmpty();
    }
}

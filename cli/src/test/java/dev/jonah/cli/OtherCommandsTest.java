package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.testkit.FakeImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCommandsTest {
    @TempDir
    Path directory;

    private Path image;

    @BeforeEach
    void saveImage() {
        image = Images.save(directory, "demo.tar", Images.planted().dockerArchive());
    }

    @Test
    void layersTellsWhatEachAdded() {
        String digest = Images.planted().diffId(1).substring(7, 19);
        assertThat(CommandRun.of("layers", image).lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith("1  " + digest).endsWith("  COPY dir:0 in ."));
    }

    @Test
    void layersWritesJson() {
        assertThat(CommandRun.of("layers", image, "-o", "json").out())
                .contains(
                        "\"index\" : 1",
                        "\"deleted\" : 1",
                        "\"diffId\" : \"" + Images.planted().diffId(0) + "\"");
    }

    @Test
    void layersTellsWhatEachDidToPackages() {
        String one = Images.stanza("kept") + Images.stanza("removed") + Images.stanza("upgraded");
        String two = Images.stanza("kept")
                + Images.stanza("upgraded").replace("V:1.0", "V:2.0")
                + Images.stanza("new")
                + Images.stanza("newer");
        FakeImage changing = FakeImage.builder()
                .layer(layer -> layer.file("/lib/apk/db/installed", one))
                .layer(layer -> layer.file("/lib/apk/db/installed", two))
                .layer(layer -> layer.file("/opt/other", "x"))
                .build();
        Path saved = Images.save(directory, "changing.tar", changing.dockerArchive());
        List<String> lines = CommandRun.of("layers", saved).lines();
        assertThat(lines.get(0)).contains("FILES  WASTED  PACKAGES  CREATED BY");
        assertThat(lines.get(1)).contains(" B  +3        ");
        assertThat(lines.get(2)).contains(" B  +2 ~1 -1  ");
        assertThat(lines.get(3)).contains(" B  -         ");
        assertThat(CommandRun.of("layers", saved, "-o", "json").out())
                .contains("\"packages\" : { \"added\" : 2, \"changed\" : 1, \"removed\" : 1 }");
    }

    @Test
    void layersHasNoColumnOfPackagesWhereThereAreNone() {
        Path saved = Images.save(directory, "plain.tar", Images.plain().dockerArchive());
        assertThat(CommandRun.of("layers", saved).out()).doesNotContain("PACKAGES");
    }

    @Test
    void layersRefusesOtherFormats() {
        assertThat(CommandRun.of("layers", image, "-o", "yaml").status()).isEqualTo(2);
    }

    @Test
    void filesListsEveryFile() {
        assertThat(CommandRun.of("files", image).lines())
                .hasSize(6)
                .contains(
                        "VERIFIED      /usr/bin/tool  tool 1.0-r0",
                        "MODIFIED      /usr/bin/changed  tool 1.0-r0",
                        "UNEXPLAINED   /opt/run  -");
    }

    @Test
    void filesListsThoseWithAVerdict() {
        assertThat(CommandRun.of("files", image, "--verdict", "modified", "--verdict=missing")
                        .lines())
                .containsExactly(
                        "MODIFIED      /usr/bin/changed  tool 1.0-r0", "MISSING       /usr/bin/gone  tool 1.0-r0");
    }

    @Test
    void filesListsThoseWithASignal() {
        assertThat(CommandRun.of("files", image, "--signal", "elf,setuid").lines())
                .containsExactly("UNEXPLAINED   /opt/run  -", "MODIFIED      /usr/bin/changed  tool 1.0-r0");
    }

    @Test
    void explainSaysWhatEachSignalMeans() {
        assertThat(CommandRun.of("explain", image, "/usr/bin/changed").out())
                .contains("Signals    ", "setuid (alarm): it runs with the rights of its owner");
    }

    @Test
    void filesListsThoseOfAPackage() {
        assertThat(CommandRun.of("files", image, "--package", "tool").lines())
                .containsExactly(
                        "MODIFIED      /usr/bin/changed  tool 1.0-r0", "VERIFIED      /usr/bin/tool  tool 1.0-r0");
    }

    @Test
    void filesRefusesAnUnknownVerdict() {
        assertThat(CommandRun.of("files", image, "--verdict", "good").err()).contains("there is no verdict 'good'");
    }

    @Test
    void anUnknownCommandIsNamedWithThoseThereAre() {
        CommandRun run = CommandRun.of("alpine.tar");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("jonah: there is no command 'alpine.tar'; there are scan, layers, files, explain, plugins,"
                        + " completion; see jonah --help\n");
    }

    @Test
    void anUnknownLimitIsNamedWithoutItsValue() {
        assertThat(CommandRun.of("files", image, "--limit", "size=1").err())
                .contains("there is no limit 'size'; there");
    }

    @Test
    void aSpoolDirectoryThatIsNoneIsRefusedAtOnce() {
        CommandRun run = CommandRun.of("layers", image, "--spool", "/nowhere");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("jonah: --spool: there is no directory /nowhere\n");
    }

    @Test
    void filesRefusesAnUnknownPackage() {
        assertThat(CommandRun.of("files", image, "--package", "none").status()).isEqualTo(2);
    }

    @Test
    void explainTellsVerdictClaimAndVersions() {
        assertThat(CommandRun.of("explain", image, "/usr/bin/changed").out())
                .contains("Verdict    MODIFIED")
                .contains("Owner      tool 1.0-r0")
                .contains("SHA-1 differs from the package's")
                .contains("Claims     tool 1.0-r0, by jonah.sysdb.alpine")
                .contains("Versions   layer 0: file, 8 bytes  «ADD rootfs.tar /»")
                .containsPattern("SHA-256    [0-9a-f]{64}\n");
    }

    @Test
    void explainTellsWhereALinkLeads() {
        assertThat(CommandRun.of("explain", image, "/opt/link").out())
                .contains("Target     /usr/bin/tool", "Leads to   /usr/bin/tool (VERIFIED)");
    }

    @Test
    void explainTellsOfADeletedFile() {
        assertThat(CommandRun.of("explain", image, "/root/secret").out())
                .contains("Type       not in the image any more", "layer 1: deleted, and still shipped");
    }

    @Test
    void explainTellsOfAMissingFile() {
        assertThat(CommandRun.of("explain", image, "/usr/bin/gone").out())
                .contains(
                        "Missing    promised by tool 1.0-r0: unexplained",
                        "Evidence   apk.checksum: promised, and in no layer",
                        "             by /lib/apk/db/installed");
    }

    @Test
    void publicKeysAreReadFromFiles() throws IOException {
        Path key = Files.write(directory.resolve("key.asc"), new byte[] {1, 2, 3});
        assertThat(CommandRun.of("scan", image, "--public-key", key).status()).isZero();
        CommandRun run = CommandRun.of("scan", image, "--public-key", directory.resolve("none"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--public-key: cannot read").hasLineCount(1);
    }

    @Test
    void explainRefusesAPathThatNeverWas() {
        CommandRun run = CommandRun.of("explain", image, "/nothing");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("has no /nothing");
    }

    @Test
    void pluginsTellsWhatEachReadsClaimsAndCompares() {
        assertThat(CommandRun.of("plugins", "--verbose").lines())
                .containsSubsequence(
                        "    finds     Rust",
                        "    reads     the list of crates that cargo auditable puts into programs",
                        "    claims    the program itself; the crates are packages without files",
                        "    compares  nothing: it is the program's own word. Without such a list, paths")
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(80));
    }

    @Test
    void pluginsTellsNothingOfThatUnlessAsked() {
        assertThat(CommandRun.of("plugins").out()).doesNotContain("  reads  ");
    }

    @Test
    void pluginsListsReadersToo() {
        assertThat(CommandRun.of("plugins").lines())
                .anyMatch(line -> line.matches("  jonah\\.layer\\.tar +LayerReader +version 1"))
                .anyMatch(line -> line.matches("  jonah\\.image\\.oci +ImageReader +version 1"))
                .anyMatch(line -> line.matches("  jonah\\.output\\.summary +ResultWriter +version 1"));
    }

    @Test
    void disabledPluginsAreNotUsed() {
        CommandRun run = CommandRun.of("scan", image, "--disable-plugin", "jonah.sysdb.alpine");
        assertThat(run.out()).contains("Packages   none");
    }

    @Test
    void disabledReadersAreNotUsed() {
        CommandRun run = CommandRun.of("scan", image, "--disable-plugin", "jonah.image.docker-archive", "-q");
        assertThat(run.out()).doesNotContain("docker-archive");
    }
}

package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    void layersRefusesOtherFormats() {
        assertThat(CommandRun.of("layers", image, "-o", "yaml").status()).isEqualTo(2);
    }

    @Test
    void filesListsEveryFile() {
        assertThat(CommandRun.of("files", image).lines())
                .hasSize(6)
                .contains(
                        "VERIFIED     /usr/bin/tool  tool 1.0-r0",
                        "MODIFIED     /usr/bin/changed  tool 1.0-r0",
                        "UNEXPLAINED  /opt/run  -");
    }

    @Test
    void filesListsThoseWithAVerdict() {
        assertThat(CommandRun.of("files", image, "--verdict", "modified", "--verdict=missing")
                        .lines())
                .containsExactly(
                        "MODIFIED     /usr/bin/changed  tool 1.0-r0", "MISSING      /usr/bin/gone  tool 1.0-r0");
    }

    @Test
    void filesListsThoseOfAPackage() {
        assertThat(CommandRun.of("files", image, "--package", "tool").lines())
                .containsExactly(
                        "MODIFIED     /usr/bin/changed  tool 1.0-r0", "VERIFIED     /usr/bin/tool  tool 1.0-r0");
    }

    @Test
    void filesRefusesAnUnknownVerdict() {
        assertThat(CommandRun.of("files", image, "--verdict", "good").err()).contains("there is no verdict 'good'");
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
                .contains("Missing    promised by tool 1.0-r0: unexplained");
    }

    @Test
    void explainRefusesAPathThatNeverWas() {
        CommandRun run = CommandRun.of("explain", image, "/nothing");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("has no /nothing");
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

package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {
    @TempDir
    Path directory;

    private Path image;

    @BeforeEach
    void saveImage() {
        image = Images.save(directory, "demo.tar", Images.planted().dockerArchive());
    }

    @Test
    void standsForAnOption() {
        assertThat(new CommandRun()
                        .with("JONAH_FAIL_ON", "copy,modified")
                        .run("scan", image)
                        .status())
                .isEqualTo(1);
    }

    @Test
    void givesWayToTheOption() {
        assertThat(new CommandRun()
                        .with("JONAH_FAIL_ON", "modified")
                        .run("scan", image, "--fail-on", "copy")
                        .status())
                .isZero();
    }

    @Test
    void isNotThereIfEmpty() {
        assertThat(new CommandRun().with("JONAH_OUTPUT", "").run("scan", image).out())
                .startsWith("demo:1");
    }

    @Test
    void choosesTheOutput() {
        assertThat(new CommandRun()
                        .with("JONAH_OUTPUT", "json")
                        .run("scan", image)
                        .out())
                .startsWith("{");
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "true, 3", "yes, 3", "0, 4", "false, 4", "no, 4", "maybe, 2"})
    void switchesAFlag(String value, int status) {
        byte[] archive = Images.planted().dockerArchive();
        archive[new String(archive, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("tampered")] = 'T';
        Path damaged = Images.save(directory, "damaged.tar", archive);
        assertThat(new CommandRun()
                        .with("JONAH_STRICT", value)
                        .run("scan", damaged)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void isRefusedIfItMakesNoSense() {
        CommandRun run = new CommandRun().with("JONAH_DEBUG", "maybe").run("scan", image);
        assertThat(run.err()).isEqualTo("jonah: JONAH_DEBUG: 'maybe' is neither true nor false\n");
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void isTakenAsItStands() {
        CommandRun run = new CommandRun().with("JONAH_OUTPUT", "${user.name}").run("scan", image);
        assertThat(run.err()).contains("'${user.name}'");
    }
}

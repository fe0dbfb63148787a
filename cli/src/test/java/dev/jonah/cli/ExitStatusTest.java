package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitStatusTest {
    @TempDir
    Path directory;

    private Path image;

    @BeforeEach
    void saveImage() {
        image = Images.save(directory, "demo.tar", Images.planted().dockerArchive());
    }

    private Path damaged() {
        byte[] archive = Images.planted().dockerArchive();
        archive[new String(archive, StandardCharsets.ISO_8859_1).indexOf("tampered")] = 'T';
        return Images.save(directory, "damaged.tar", archive);
    }

    @ParameterizedTest
    @CsvSource({
        "modified, 1",
        "MODIFIED, 1",
        "unexplained, 1",
        "'config-edited,modified', 1",
        "config_edited, 0",
        "copy, 0",
        "missing, 1",
        "missing-unexplained, 1",
        "missing-ghost, 0",
        "missing-config-removed, 0"
    })
    void is1WhereAConditionHolds(String conditions, int status) {
        assertThat(CommandRun.of("scan", image, "--fail-on", conditions).status())
                .isEqualTo(status);
    }

    @Test
    void is1AndTheResultIsWritten() {
        Path json = directory.resolve("out.json");
        assertThat(CommandRun.of("scan", image, "--fail-on", "modified", "-o", "json=" + json)
                        .status())
                .isEqualTo(1);
        assertThat(json).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "--fail-on=nonsense",
                "--limit=nonsense=3",
                "--limit=entries",
                "--limit=entries=-1",
                "--limit=entries=many",
                "--limit=entries=9999999999999G",
                "--threads=0",
                "--threads=many",
                "--digest=crc32",
                "--platform=linux",
                "--progress=loud",
                "--disable-plugin=no.such",
                "--plugin-path=/no/such/place",
                "--output=nonsense",
                "--output=json=",
                "--output=json=/no/such/directory/x"
            })
    void is2WhereAnOptionIsWrong(String option) {
        CommandRun run = CommandRun.of("scan", image, option);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("jonah: ").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void is2WithoutAnImage() {
        CommandRun run = CommandRun.of("scan");
        assertThat(run.err()).isEqualTo("jonah: missing required parameter: 'IMAGE'; see jonah scan --help\n");
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void is2WithoutACommand() {
        CommandRun run = new CommandRun().run();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("Usage: jonah");
    }

    @Test
    void is2ForAnUnknownCommand() {
        CommandRun run = CommandRun.of("scann", image);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("scann");
    }

    @Test
    void is2ForTwoResultsOnStandardOutput() {
        CommandRun run = CommandRun.of("scan", image, "-o", "json", "-o", "summary");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("only one format may go to standard output");
    }

    @Test
    void is2ForTwoResultsInOneFile() {
        Path file = directory.resolve("x");
        assertThat(CommandRun.of("scan", image, "-o", "json=" + file, "-o", "summary=" + file)
                        .status())
                .isEqualTo(2);
    }

    @Test
    void is3WhereThereIsNoFile() {
        CommandRun run = CommandRun.of("scan", directory.resolve("none.tar"));
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("jonah: there is no file or directory " + directory.resolve("none.tar") + "\n");
    }

    @Test
    void is3ForAFileThatIsNoImage() throws Exception {
        Path text = Files.writeString(directory.resolve("text"), "just text");
        CommandRun run = CommandRun.of("scan", text);
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains(text.toString());
    }

    @Test
    void is3WhereALimitStopsIt() {
        CommandRun run = CommandRun.of("scan", image, "--limit", "entries=3");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains(image.toString(), "entries = 3", "--limit entries=VALUE");
    }

    @Test
    void is3AndNoFileIsMade() {
        Path json = directory.resolve("out.json");
        CommandRun.of("scan", image, "--limit", "entries=3", "-o", "json=" + json);
        assertThat(json).doesNotExist();
    }

    @Test
    void is4ForADamagedLayer() {
        CommandRun run = CommandRun.of("scan", damaged());
        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err()).contains("error: digest mismatch");
        assertThat(run.out()).contains("Files      6 = ");
    }

    @Test
    void is4QuietlyIfAskedTo() {
        CommandRun run = CommandRun.of("scan", damaged(), "--quiet");
        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void is3ForADamagedLayerIfStrict() {
        Path json = directory.resolve("out.json");
        CommandRun run = CommandRun.of("scan", damaged(), "--strict", "-o", "json=" + json);
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("digest mismatch", "--strict");
        assertThat(json).doesNotExist();
    }

    @Test
    void is1RatherThan4WhereAConditionHolds() {
        assertThat(CommandRun.of("scan", damaged(), "--fail-on", "modified").status())
                .isEqualTo(1);
    }

    @Test
    void comesWithAStackTraceOnlyIfAskedFor() {
        Path none = directory.resolve("none.tar");
        assertThat(CommandRun.of("scan", none).err()).doesNotContain("\tat ");
        assertThat(CommandRun.of("scan", none, "--debug").err()).contains("\tat dev.jonah.");
    }

    @Test
    void comesWithAPrintableMessage() {
        CommandRun run = CommandRun.of("scan", "no\u001b[31m\nsuch");
        assertThat(run.err()).hasLineCount(1).doesNotContain("\u001b");
    }
}

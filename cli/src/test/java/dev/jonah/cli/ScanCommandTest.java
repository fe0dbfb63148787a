package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
    @TempDir
    Path directory;

    private Path image;

    @BeforeEach
    void saveImage() {
        image = Images.save(directory, "demo.tar", Images.planted().dockerArchive());
    }

    @Test
    void endsWith0() {
        assertThat(CommandRun.of("scan", image).status()).isZero();
    }

    @Test
    void saysNothingOnStandardErrorIfAllIsWell() {
        assertThat(CommandRun.of("scan", image).err()).isEmpty();
    }

    @Test
    void writesJsonToStandardOutput() {
        assertThat(CommandRun.of("scan", image, "-o", "json").out()).startsWith("{\n\"format\": \"jonah-scan\"");
    }

    @Test
    void writesSeveralFormatsAtOnce() throws IOException {
        Path json = directory.resolve("out.json");
        CommandRun run = CommandRun.of("scan", image, "-o", "summary", "--output=json=" + json);
        assertThat(run.out()).startsWith("demo:1");
        assertThat(Files.readString(json)).startsWith("{\n\"format\": \"jonah-scan\"");
    }

    @Test
    void replacesAFileThatIsThere() throws IOException {
        Path json = Files.writeString(directory.resolve("out.json"), "old ".repeat(10_000));
        CommandRun.of("scan", image, "-o", "json=" + json);
        assertThat(Files.readString(json)).startsWith("{\n").doesNotContain("old old");
    }

    @Test
    void leavesNoOtherFileBehind() throws IOException {
        CommandRun.of("scan", image, "-o", "json=" + directory.resolve("out.json"));
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsOnly("demo.tar", "out.json");
        }
    }

    @Test
    void writesThroughALink() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "");
        Path link = Files.createSymbolicLink(directory.resolve("link"), target);
        CommandRun.of("scan", image, "-o", "json=" + link);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(target).content().startsWith("{\n");
    }

    @Test
    void givesTheSameBytesForAnyNumberOfThreads() {
        assertThat(CommandRun.of("scan", image, "-o", "json", "--threads", "1").out())
                .isEqualTo(CommandRun.of("scan", image, "-o", "json", "--threads=7")
                        .out());
    }

    @Test
    void computesTheDigestsAskedFor() {
        String out = CommandRun.of("scan", image, "-o", "json", "--digest", "sha256,md5")
                .out();
        assertThat(out)
                .containsPattern(
                        "\"path\": \"/usr/bin/tool\".*\"sha256\": \"[0-9a-f]{64}\", \"md5\": \"[0-9a-f]{32}\"");
    }

    @Test
    void readsStandardInput() {
        CommandRun run =
                new CommandRun().input(Images.planted().dockerArchive()).run("scan", "-");
        assertThat(run.out()).startsWith("demo:1  docker-archive");
    }

    @Test
    void endsQuietlyIfNobodyReadsOn() {
        CommandRun run = new CommandRun().to(new ClosedPipe()).run("scan", image, "-o", "json");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void writesFilesEvenIfNobodyReadsStandardOutput() {
        Path json = directory.resolve("out.json");
        new CommandRun().to(new ClosedPipe()).run("scan", image, "-o", "summary", "-o", "json=" + json);
        assertThat(json).exists();
    }

    @Test
    void saysThatADiskIsFull() {
        CommandRun run = new CommandRun().to(new FullDisk()).run("scan", image, "-o", "json");
        assertThat(run.err()).isEqualTo("jonah: cannot write to standard output: No space left on device\n");
        assertThat(run.status()).isEqualTo(3);
    }

    /** What a stream to a process that has ended does. */
    private static final class ClosedPipe extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void writesUtf8() {
        assertThat(CommandRun.of("scan", image).out().getBytes(StandardCharsets.UTF_8))
                .contains((byte) 0xe2);
    }
}

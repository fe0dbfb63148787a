package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
    @TempDir
    Path directory;

    private Path image;

    @BeforeEach
    void saveImage() {
        image = Images.save(directory, "demo.tar", Images.planted().dockerArchive());
    }

    @Test
    void isALineForEachStepIfPlain() {
        CommandRun run = CommandRun.of("scan", image, "--progress=plain");
        assertThat(run.err().lines())
                .anyMatch(line -> line.startsWith("jonah: reading layers, "))
                .anyMatch(line -> line.startsWith("jonah: verify (step "));
    }

    @Test
    void isNotThereWithoutATerminal() {
        assertThat(CommandRun.of("scan", image).err()).isEmpty();
    }

    @Test
    void isNotThereIfQuiet() {
        assertThat(CommandRun.of("scan", image, "--progress=plain", "-q").err()).isEmpty();
    }

    @Test
    void isWipedOffTheTerminalAtTheEnd() {
        String err = new CommandRun().onTerminal().run("scan", image).err();
        assertThat(err.isEmpty() || err.endsWith("\r\u001b[K")).isTrue();
    }
}

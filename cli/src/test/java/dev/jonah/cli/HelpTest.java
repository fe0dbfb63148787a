package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @ParameterizedTest
    @ValueSource(strings = {"scan", "layers", "files", "explain", "plugins", "completion"})
    void fitsAScreenAndShowsAnExample(String command) {
        CommandRun run = CommandRun.of(command, "--help");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines())
                .hasSizeLessThan(24)
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(80));
        assertThat(run.out())
                .startsWith("Usage: jonah " + command + " [OPTIONS]")
                .contains("Example");
    }

    @Test
    void ofTheWholeListsTheCommands() {
        CommandRun run = CommandRun.of("--help");
        assertThat(run.lines())
                .hasSizeLessThan(24)
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(80));
        assertThat(run.out()).contains("  scan ", "  layers ", "  files ", "  explain ", "  plugins ", "  completion ");
    }

    @Test
    void isGivenWithoutAnImage() {
        assertThat(CommandRun.of("explain", "-h").status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completionIsAScriptThatKnowsTheOptions(String shell) {
        CommandRun run = CommandRun.of("completion", shell);
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("#!/usr/bin/env bash").contains("'--fail-on'", "complete ", " jonah");
    }

    @Test
    void completionRefusesOtherShells() {
        CommandRun run = CommandRun.of("completion", "fish");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("bash, zsh");
    }
}

package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A release that the real Mix makes, with Erlang in it, then changed by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstalledReleaseTest {
    private static final String EBIN = "lib/greet-0.3.1/ebin/";

    @TempDir
    static Path directory;

    private Path release = Path.of("");

    @BeforeAll
    void make() throws IOException {
        RealTool mix = RealTool.named("mix");
        release = directory.toRealPath().resolve("release");
        Path project = Files.createDirectories(directory.resolve("project/lib"));
        Files.writeString(project.resolveSibling("mix.exs"), """
            defmodule Greet.MixProject do
              use Mix.Project
              def project, do: [app: :greet, version: "0.3.1"]
              def application, do: [extra_applications: [:logger]]
            end
            """);
        Files.writeString(project.resolve("greet.ex"), "defmodule Greet do\n  def hello, do: :hello\nend\n");
        Files.writeString(project.resolve("other.ex"), "defmodule Greet.Other do\n  def x, do: :x\nend\n");
        String command = "cd '" + project.getParent() + "' && '" + mix.program() + "' release --path '" + release + "'";
        RealTool.named("sh")
                .run(
                        Map.of(
                                "MIX_ENV",
                                "prod",
                                "LC_ALL",
                                "C.UTF-8",
                                "HOME",
                                directory.toString(),
                                "MIX_HOME",
                                directory.resolve("mix").toString()),
                        "-c",
                        command)
                .succeeded();
    }

    @Test
    void everyFileOfTheReleaseBelongsToSomething() throws IOException {
        InstalledTree made = InstalledTree.copy(release, directory.resolve("made"));
        assertThat(made.packages()).contains("pkg:generic/greet@0.3.1", "pkg:otp/greet@0.3.1");
        Map<String, Verdict> verdicts = made.verdicts();
        assertThat(verdicts).hasSizeGreaterThan(100);
        assertThat(EnumSet.copyOf(verdicts.values())).isSubsetOf(Verdict.OWNED, Verdict.COPY);
    }

    @Test
    void exactlyWhatWasAddedAndRemovedIsTold() throws IOException {
        Map<String, Verdict> before =
                InstalledTree.copy(release, directory.resolve("before")).verdicts();
        InstalledTree tampered = InstalledTree.copy(release, directory.resolve("tampered"));
        tampered.write(EBIN + "Elixir.Greet.Planted.beam", "planted");
        tampered.write("bin/planted", "#!/bin/sh\nid\n");
        tampered.write("releases/0.3.1/planted.sh", "id\n");
        Files.delete(tampered.file(EBIN + "Elixir.Greet.Other.beam"));
        assertThat(tampered.changesSince(before))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        EBIN + "Elixir.Greet.Planted.beam",
                        Verdict.UNEXPLAINED,
                        "bin/planted",
                        Verdict.UNEXPLAINED,
                        "releases/0.3.1/planted.sh",
                        Verdict.UNEXPLAINED));
        assertThat(tampered.missing()).containsExactly(EBIN + "Elixir.Greet.Other.beam");
    }
}

package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A package that the real opam installs from a repository made for it, one of each kind of file then changed by hand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstalledOpamTest {
    @TempDir
    static Path directory;

    private Path tree = Path.of("");

    @BeforeAll
    void install() throws IOException {
        RealTool opam = RealTool.named("opam");
        Path repository = directory.resolve("repository");
        Path description = repository.resolve("packages/greet/greet.1.0/opam");
        Files.createDirectories(description.getParent());
        Files.writeString(repository.resolve("repo"), "opam-version: \"2.0\"\n");
        Files.writeString(description, """
            opam-version: "2.0"
            synopsis: "Greets"
            license: "MIT"
            install: [
              ["mkdir" "-p" "%{lib}%/greet" "%{bin}%"]
              ["sh" "-c" "echo one > %{lib}%/greet/META; echo two > %{lib}%/greet/greet.ml; echo three > %{bin}%/greet"]
              ["ln" "-s" "greet" "%{bin}%/hello"]
            ]
            """);
        Path root = directory.toRealPath().resolve("opam");
        Map<String, String> environment = Map.of("OPAMROOT", root.toString(), "OPAMROOTISOK", "1", "OPAMYES", "1");
        opam.run(
                        environment,
                        "init",
                        "--bare",
                        "-n",
                        "--disable-sandboxing",
                        "--disable-completion",
                        "local",
                        repository.toString())
                .succeeded();
        opam.run(environment, "switch", "create", "default", "--empty").succeeded();
        opam.run(environment, "install", "greet").succeeded();
        tree = root.resolve("default");
    }

    @Test
    void whatOpamInstalledBelongsToThePackage() throws IOException {
        InstalledTree installed = InstalledTree.copy(tree, directory.resolve("made"));
        assertThat(installed.packages()).containsExactly("pkg:opam/greet@1.0");
        assertThat(installed.verdicts())
                .containsEntry("lib/greet/META", Verdict.OWNED)
                .containsEntry("lib/greet/greet.ml", Verdict.OWNED)
                .containsEntry("bin/greet", Verdict.OWNED)
                .containsEntry("bin/hello", Verdict.VERIFIED)
                .containsEntry(".opam-switch/install/greet.changes", Verdict.OWNED)
                .containsEntry(".opam-switch/packages/greet.1.0/opam", Verdict.OWNED);
    }

    @Test
    void exactlyWhatWasChangedAddedAndRemovedIsTold() throws IOException {
        Map<String, Verdict> before =
                InstalledTree.copy(tree, directory.resolve("before")).verdicts();
        InstalledTree tampered = InstalledTree.copy(tree, directory.resolve("tampered"));
        tampered.write("lib/greet/greet.ml", "let () = ignore (Sys.command \"id\")\n");
        tampered.write("lib/greet/planted.ml", "planted\n");
        Files.delete(tampered.file("lib/greet/META"));
        assertThat(tampered.changesSince(before))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("lib/greet/greet.ml", Verdict.MODIFIED, "lib/greet/planted.ml", Verdict.UNEXPLAINED));
        assertThat(tampered.missing()).containsExactly("lib/greet/META");
    }
}

package dev.jonah.cli.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Go, which records what a program was built from in the program itself. Whether that program is the one that was built
 * cannot be told; what has no such information is not owned.
 */
class GoInstallTest {
    @TempDir
    Path directory;

    @Test
    void aProgramIsOwnedByItsOwnWordAndNothingElseIs() throws IOException {
        new Project(directory)
                .file("app/go.mod", """
                        module example.com/app

                        go 1.19

                        require example.com/lib v1.5.0

                        replace example.com/lib => ../lib
                        """)
                .file("app/changed/main.go", main())
                .file("app/removed/main.go", main())
                .file("go.work", "go 1.19\n\nuse ./app\n")
                .file("lib/go.mod", "module example.com/lib\n\ngo 1.19\n")
                .file("lib/lib.go", "package lib\n\nconst Text = \"hello\"\n");
        Path programs = Files.createDirectories(directory.resolve("root/usr/local/bin"));
        RealTool.named("go")
                .run(
                        Map.of(
                                "GOWORK",
                                directory.resolve("go.work").toString(),
                                "GOFLAGS",
                                "",
                                "GOPROXY",
                                "off",
                                "GOTOOLCHAIN",
                                "local",
                                "CGO_ENABLED",
                                "0"),
                        "build",
                        "-o",
                        programs.toString(),
                        "example.com/app/...")
                .succeeded();
        Ledger before = Ledger.of(directory.resolve("root"));
        assertThat(before.packages()).contains("pkg:golang/example.com/lib@v1.5.0");

        Files.writeString(programs.resolve("changed"), "more", StandardOpenOption.APPEND);
        Files.write(programs.resolve("added"), "\177ELF, and nothing of Go".getBytes());
        Files.delete(programs.resolve("removed"));

        Ledger after = Ledger.of(directory.resolve("root"));
        assertThat(before.changesTo(after))
                .containsExactly(
                        "/usr/local/bin/added: nothing, then UNEXPLAINED",
                        "/usr/local/bin/removed: OWNED, then nothing");
        assertThat(after.verdicts()).containsEntry("/usr/local/bin/changed", "OWNED");
        assertThat(after.evidence().get("/usr/local/bin/changed")).contains("nothing recorded to compare");
    }

    private static String main() {
        return "package main\n\nimport \"example.com/lib\"\n\nfunc main() { println(lib.Text) }\n";
    }
}

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

/** A package that the real R builds and installs, with and without the list of checksums of built distributions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstalledRPackagesTest {
    private static final String CODE = "greet/R/greet.rdb";
    private static final String DATA = "greet/extdata/words.txt";

    @TempDir
    static Path directory;

    private Path library = Path.of("");

    @BeforeAll
    void install() throws IOException {
        RealTool r = RealTool.named("R");
        library = Files.createDirectories(directory.toRealPath().resolve("library"));
        Path source = directory.resolve("source/greet");
        write(source, "DESCRIPTION", """
            Package: greet
            Title: Greets
            Version: 1.2-3
            Author: A. Author
            Maintainer: A. Author <author@greet.example>
            Description: Greets people.
            License: MIT
            """);
        write(source, "NAMESPACE", "export(hello)\n");
        write(source, "R/hello.R", "hello <- function() 'hello'\n");
        write(source, "inst/extdata/words.txt", "words\n");
        r.run("CMD", "INSTALL", "--no-docs", "-l", library.toString(), source.toString())
                .succeeded();
    }

    @Test
    void whatRInstalledBelongsToThePackage() throws IOException {
        InstalledTree installed = InstalledTree.copy(library, directory.resolve("made"));
        assertThat(installed.packages()).containsExactly("pkg:cran/greet@1.2-3");
        assertThat(installed.verdicts())
                .containsKeys("greet/DESCRIPTION", CODE, DATA)
                .allSatisfy((name, verdict) -> assertThat(verdict).as(name).isEqualTo(Verdict.OWNED));
    }

    @Test
    void withAListOfChecksumsExactlyWhatWasChangedAddedAndRemovedIsTold() throws IOException {
        InstalledTree tampered = InstalledTree.copy(library, directory.resolve("tampered"));
        // As R itself does it for packages that are distributed built.
        RealTool.named("R")
                .run("--vanilla", "--slave", "-e", "tools:::.installMD5sums('" + tampered.file("greet") + "')")
                .succeeded();
        Map<String, Verdict> before = tampered.verdicts();
        assertThat(before).containsEntry(CODE, Verdict.VERIFIED).containsEntry("greet/MD5", Verdict.OWNED);
        Files.writeString(tampered.file(CODE), "changed");
        tampered.write("greet/libs/planted.so", "planted");
        Files.delete(tampered.file(DATA));
        assertThat(tampered.changesSince(before))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(CODE, Verdict.MODIFIED, "greet/libs/planted.so", Verdict.UNEXPLAINED));
        assertThat(tampered.missing()).containsExactly(DATA);
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

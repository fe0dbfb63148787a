package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A module that the real Go downloads from a proxy made for it into its cache, then changed by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstalledGoModulesTest {
    private static final String MODULE = "example.com/!greet@v1.0.0/";
    private static final String RECORD = "cache/download/example.com/!greet/@v/v1.0.0";

    @TempDir
    static Path directory;

    private Path cache = Path.of("");

    @BeforeAll
    void download() throws IOException {
        RealTool go = RealTool.named("go");
        cache = directory.toRealPath().resolve("cache");
        Path versions = Files.createDirectories(directory.resolve("proxy/example.com/!greet/@v"));
        String goMod = "module example.com/Greet\n\ngo 1.19\n";
        Files.writeString(versions.resolve("list"), "v1.0.0\n");
        Files.writeString(
                versions.resolve("v1.0.0.info"), "{\"Version\":\"v1.0.0\",\"Time\":\"2026-01-02T03:04:05Z\"}");
        Files.writeString(versions.resolve("v1.0.0.mod"), goMod);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(versions.resolve("v1.0.0.zip")))) {
            put("go.mod", goMod, zip);
            put("greet.go", "package greet\n", zip);
            put("words/words.go", "package words\n", zip);
        }
        go.run(
                        Map.of(
                                "GOMODCACHE", cache.toString(),
                                "GOPROXY", directory.resolve("proxy").toUri().toString(),
                                "GONOSUMDB", "*",
                                "GOFLAGS", "-modcacherw",
                                "GOTOOLCHAIN", "local"),
                        "mod",
                        "download",
                        "example.com/Greet@v1.0.0")
                .succeeded();
    }

    @Test
    void whatGoUnpackedIsVerified() throws IOException {
        InstalledTree installed = InstalledTree.copy(cache, directory.resolve("made"));
        assertThat(installed.packages()).containsExactly("pkg:golang/example.com/Greet@v1.0.0");
        assertThat(installed.verdicts())
                .containsEntry(MODULE + "go.mod", Verdict.VERIFIED)
                .containsEntry(MODULE + "greet.go", Verdict.VERIFIED)
                .containsEntry(MODULE + "words/words.go", Verdict.VERIFIED)
                .containsEntry(RECORD + ".zip", Verdict.OWNED)
                .containsEntry(RECORD + ".ziphash", Verdict.OWNED);
    }

    @Test
    void exactlyWhatWasChangedAddedAndRemovedIsTold() throws IOException {
        Map<String, Verdict> before =
                InstalledTree.copy(cache, directory.resolve("before")).verdicts();
        InstalledTree tampered = InstalledTree.copy(cache, directory.resolve("tampered"));
        tampered.write(MODULE + "greet.go", "package greet\n\nfunc init() { panic(1) }\n");
        tampered.write(MODULE + "planted.go", "package greet\n");
        Files.delete(tampered.file(MODULE + "words/words.go"));
        assertThat(tampered.changesSince(before))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(MODULE + "greet.go", Verdict.MODIFIED, MODULE + "planted.go", Verdict.UNEXPLAINED));
        assertThat(tampered.missing()).containsExactly(MODULE + "words/words.go");
    }

    @Test
    void withoutTheArchiveAModuleThatWasChangedIsVerifiedInNoFile() throws IOException {
        InstalledTree tampered = InstalledTree.copy(cache, directory.resolve("without"));
        Files.delete(tampered.file(RECORD + ".zip"));
        assertThat(tampered.verdicts()).containsEntry(MODULE + "greet.go", Verdict.VERIFIED);
        tampered.write(MODULE + "planted.go", "package greet\n");
        assertThat(tampered.verdicts())
                .containsEntry(MODULE + "greet.go", Verdict.OWNED)
                .containsEntry(MODULE + "planted.go", Verdict.OWNED);
    }

    private static void put(String name, String content, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry("example.com/Greet@v1.0.0/" + name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.Jonah;
import dev.jonah.image.Image;
import dev.jonah.ledger.Verdict;
import dev.jonah.result.FileResult;
import dev.jonah.result.MissingFile;
import dev.jonah.result.ScanResult;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Gems that the real RubyGems builds and installs, one of each kind of file then changed by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstalledGemsTest {
    @TempDir
    static Path directory;

    private Path made = Path.of("");

    @BeforeAll
    void install() throws IOException {
        RealTool gem = RealTool.named("gem");
        Path source = directory.resolve("source");
        write(source.resolve("lib/greet.rb"), "module Greet; end\n");
        write(source.resolve("lib/greet/version.rb"), "module Greet; VERSION = '1'; end\n");
        write(source.resolve("README.md"), "# Greet\n");
        write(source.resolve("exe/greet"), "#!/usr/bin/env ruby\nrequire 'greet'\n");
        write(source.resolve("greet.gemspec"), """
            Gem::Specification.new do |s|
              s.name = "greet"
              s.version = "1.0.0"
              s.summary = "Greets"
              s.authors = ["Ann"]
              s.files = ["README.md", "lib/greet.rb", "lib/greet/version.rb"]
              s.bindir = "exe"
              s.executables = ["greet"]
            end
            """);
        made = directory.resolve("made");
        Path home = made.resolve("usr/local/bundle");
        Path archive = directory.resolve("greet-1.0.0.gem");
        gem.run("build", "-C", source.toString(), "greet.gemspec", "-o", archive.toString())
                .succeeded();
        gem.run(
                        "install",
                        "--local",
                        "--no-document",
                        "--install-dir",
                        home.toString(),
                        "--bindir",
                        home.resolve("bin").toString(),
                        archive.toString())
                .succeeded();
    }

    @Test
    void whatRubyGemsInstalledIsExplainedToTheLastFile() throws IOException {
        assertThat(verdicts(made))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "bin/greet", Verdict.DERIVED,
                        "cache/greet-1.0.0.gem", Verdict.OWNED,
                        "specifications/greet-1.0.0.gemspec", Verdict.OWNED,
                        "gems/greet-1.0.0/README.md", Verdict.VERIFIED,
                        "gems/greet-1.0.0/exe/greet", Verdict.VERIFIED,
                        "gems/greet-1.0.0/lib/greet.rb", Verdict.VERIFIED,
                        "gems/greet-1.0.0/lib/greet/version.rb", Verdict.VERIFIED));
    }

    @Test
    void exactlyWhatWasChangedAddedAndRemovedIsToldWhereTheArchiveWasKept() throws IOException {
        Path root = tampered("kept");
        Map<String, Verdict> before = verdicts(made);
        Map<String, Verdict> after = verdicts(root);
        after.entrySet().removeIf(entry -> entry.getValue() == before.get(entry.getKey()));
        assertThat(after)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "gems/greet-1.0.0/lib/greet.rb", Verdict.MODIFIED,
                        "gems/greet-1.0.0/lib/planted.rb", Verdict.UNEXPLAINED,
                        "bin/planted", Verdict.UNEXPLAINED));
        assertThat(missing(root)).containsExactly("/usr/local/bundle/gems/greet-1.0.0/README.md");
    }

    @Test
    void withoutTheArchiveAllOfItIsOwnedByDirectoryAndSaysSo() throws IOException {
        Path root = tampered("lost");
        Files.delete(root.resolve("usr/local/bundle/cache/greet-1.0.0.gem"));
        Map<String, FileResult> files = files(root);
        for (String name : List.of("lib/greet.rb", "lib/planted.rb", "exe/greet")) {
            FileResult file = files.get("gems/greet-1.0.0/" + name);
            assertThat(file.verdict()).as(name).isEqualTo(Verdict.OWNED);
            assertThat(file.evidence().toString()).as(name).contains("gem.directory", "by directory");
        }
        assertThat(missing(root)).isEmpty();
    }

    private Path tampered(String name) throws IOException {
        Path root = directory.resolve(name);
        RealTool.named("cp").run("-a", made.toString(), root.toString()).succeeded();
        Path home = root.resolve("usr/local/bundle");
        write(home.resolve("gems/greet-1.0.0/lib/greet.rb"), "module Greet; system 'id'; end\n");
        write(home.resolve("gems/greet-1.0.0/lib/planted.rb"), "system 'id'\n");
        write(home.resolve("bin/planted"), Files.readString(home.resolve("bin/greet")) + "system 'id'\n");
        Files.delete(home.resolve("gems/greet-1.0.0/README.md"));
        return root;
    }

    private static Map<String, Verdict> verdicts(Path root) throws IOException {
        Map<String, Verdict> verdicts = new TreeMap<>();
        files(root).forEach((path, file) -> verdicts.put(path, file.verdict()));
        return verdicts;
    }

    /** By path below the directory of gems. */
    private static Map<String, FileResult> files(Path root) throws IOException {
        Map<String, FileResult> files = new TreeMap<>();
        scan(root)
                .files()
                .forEach(file ->
                        files.put(file.entry().path().toString().substring("/usr/local/bundle/".length()), file));
        return files;
    }

    private static List<String> missing(Path root) throws IOException {
        return scan(root).missing().stream()
                .map(MissingFile::path)
                .map(Object::toString)
                .toList();
    }

    private static ScanResult scan(Path root) throws IOException {
        try (Image image = Jonah.create().open(root)) {
            return Jonah.create().scan(image);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

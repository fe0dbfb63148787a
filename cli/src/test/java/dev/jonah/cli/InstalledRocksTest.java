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

/** A rock that the real LuaRocks builds and installs, one of each kind of file then changed by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstalledRocksTest {
    @TempDir
    static Path directory;

    private Path tree = Path.of("");
    private String rocks = "";
    private String modules = "";

    @BeforeAll
    void install() throws IOException {
        RealTool luarocks = RealTool.named("luarocks");
        tree = directory.toRealPath().resolve("rocks");
        Path source = directory.resolve("source");
        Files.createDirectories(source.resolve("doc"));
        Files.writeString(source.resolve("greet.lua"), "return { hello = function() return 'hello' end }\n");
        Files.writeString(source.resolve("words.lua"), "return {}\n");
        Files.writeString(source.resolve("greet"), "#!/usr/bin/env lua\nprint(require('greet').hello())\n");
        Files.writeString(source.resolve("doc/index.md"), "# Greet\n");
        Files.writeString(source.resolve("greet-1.0-1.rockspec"), """
            package = "greet"
            version = "1.0-1"
            source = { url = "file://greet.tar.gz" }
            description = { license = "MIT" }
            dependencies = {}
            build = {
               type = "builtin",
               modules = { greet = "greet.lua", ["greet.words"] = "words.lua" },
               install = { bin = { greet = "greet" } },
               copy_directories = { "doc" }
            }
            """);
        String command =
                "cd '" + source + "' && '" + luarocks.program() + "' --tree '" + tree + "' make greet-1.0-1.rockspec";
        RealTool.named("sh").run("-c", command).succeeded();
        try (var versions = Files.newDirectoryStream(tree.resolve("lib/luarocks"), "rocks-*")) {
            String name = versions.iterator().next().getFileName().toString();
            rocks = "lib/luarocks/" + name + "/";
            modules = "share/lua/" + name.substring("rocks-".length()) + "/";
        }
    }

    @Test
    void whatLuaRocksInstalledIsExplainedToTheLastFile() throws IOException {
        InstalledTree installed = InstalledTree.copy(tree, directory.resolve("made"));
        String rock = rocks + "greet/1.0-1/";
        assertThat(installed.packages()).containsExactly("pkg:luarocks/greet@1.0-1");
        assertThat(installed.verdicts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "bin/greet",
                        Verdict.DERIVED,
                        rocks + "manifest",
                        Verdict.TRANSIENT,
                        rock + "rock_manifest",
                        Verdict.OWNED,
                        rock + "greet-1.0-1.rockspec",
                        Verdict.VERIFIED,
                        rock + "bin/greet",
                        Verdict.VERIFIED,
                        rock + "doc/index.md",
                        Verdict.VERIFIED,
                        modules + "greet.lua",
                        Verdict.VERIFIED,
                        modules + "greet/words.lua",
                        Verdict.VERIFIED));
    }

    @Test
    void exactlyWhatWasChangedAddedAndRemovedIsTold() throws IOException {
        Map<String, Verdict> before =
                InstalledTree.copy(tree, directory.resolve("before")).verdicts();
        InstalledTree tampered = InstalledTree.copy(tree, directory.resolve("tampered"));
        tampered.write(modules + "greet.lua", "os.execute('id')\n");
        tampered.write(modules + "planted.lua", "os.execute('id')\n");
        tampered.write("bin/planted", Files.readString(tampered.file("bin/greet")) + "id\n");
        Files.delete(tampered.file(modules + "greet/words.lua"));
        assertThat(tampered.changesSince(before))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        modules + "greet.lua",
                        Verdict.MODIFIED,
                        modules + "planted.lua",
                        Verdict.UNEXPLAINED,
                        "bin/planted",
                        Verdict.UNEXPLAINED));
        assertThat(tampered.missing()).containsExactly(modules + "greet/words.lua");
    }

    @Test
    void aCommandThatWasChangedIsToldAndSoIsWhatStartsIt() throws IOException {
        InstalledTree tampered = InstalledTree.copy(tree, directory.resolve("command"));
        String command = rocks + "greet/1.0-1/bin/greet";
        tampered.write(command, "#!/usr/bin/env lua\nos.execute('id')\n");
        assertThat(tampered.verdicts())
                .containsEntry(command, Verdict.MODIFIED)
                .containsEntry("bin/greet", Verdict.UNEXPLAINED);
    }
}

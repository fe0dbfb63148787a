package dev.jonah.appdb.lua;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.fixture.Fixture;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RockParserTest {
    private static final String ROCK = "/usr/local/lib/luarocks/rocks-5.3/a/1-1";

    @Test
    void aDependencyMeansTheRockInTheSameTree() throws IOException {
        FakeTree tree = Fixture.of(RockParserTest.class, "rocks", "/opt/rocks").build();
        assertThat(parse(tree).get(0).resolved())
                .extracting(SoftwarePackage.Resolved::foundAt)
                .containsExactly(ImagePath.of("/opt/rocks/lib/luarocks/rocks-5.1/greetbase/0.5-2/rock_manifest"));
    }

    @Test
    void whereTwoRocksHaveOneModuleTheOtherIsClaimedUnderItsLongName() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(ROCK + "/rock_manifest", manifest("lua = { [\"x.lua\"] = \"" + "0".repeat(32) + "\" }"))
                .file("/usr/local/share/lua/5.3/x.lua", "of another rock")
                .file("/usr/local/share/lua/5.3/a_1_1-x.lua", "")
                .build();
        assertThat(parse(tree).get(0)).promisesFiles(2).promises("/usr/local/share/lua/5.3/a_1_1-x.lua");
    }

    @Test
    void aCompiledCommandIsComparedInTheTreeToo() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(ROCK + "/rock_manifest", manifest("bin = { tool = \"" + "0".repeat(32) + "\" }"))
                .file(ROCK + "/bin/tool", "\u007fELF")
                .file("/usr/local/bin/tool", "something else")
                .build();
        assertThat(parse(tree).get(0)).promisesFiles(3).promises("/usr/local/bin/tool");
    }

    @Test
    void aScriptIsNotClaimedInTheTreeWhereSomethingElseIs() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(ROCK + "/rock_manifest", manifest("bin = { tool = \"" + "0".repeat(32) + "\" }"))
                .file(ROCK + "/bin/tool", "#!/usr/bin/env lua\n")
                .file("/usr/local/bin/tool", "planted")
                .build();
        assertThat(parse(tree).get(0).files())
                .noneMatch(file -> file.path().equals(ImagePath.of("/usr/local/bin/tool")));
    }

    @Test
    void luaRocks2HadNoVersionOfLuaInThePath() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(
                        "/usr/local/lib/luarocks/rocks/a/1-1/rock_manifest",
                        manifest("lib = { [\"a.so\"] = \"" + "0".repeat(32) + "\" }"))
                .build();
        assertThat(parse(tree).get(0)).hasPurl("pkg:luarocks/a@1-1").promises("/usr/local/lib/lua/5.1/a.so");
    }

    @Test
    void namesThatLeadElsewhereAndWhatIsNoChecksumAreReported() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file(ROCK + "/rock_manifest", manifest("[\"..\"] = { x = \"1\" }, [\"a/b\"] = \"2\", c = \"3\""))
                .build());
        assertThat(scan.parse(new RockParser()).get(0))
                .promisesFiles(2)
                .promises(ROCK + "/c")
                .withDigest(null);
        assertThat(scan.diagnostics().codes()).containsOnly("lua.rock-manifest.path", "lua.rock-manifest.checksum");
    }

    @Test
    void codeInAFileIsReportedAndWhatComesBeforeItCounts() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file(ROCK + "/rock_manifest", manifest(""))
                .file(ROCK + "/a-1-1.rockspec", "description = { license = 'MIT' }\nos.execute('rm -rf /')\n")
                .build());
        assertThat(scan.parse(new RockParser()).get(0).licenses()).containsExactly("MIT");
        assertThat(scan.diagnostics().codes()).containsExactly("lua.file.code");
    }

    private static byte[] manifest(String content) {
        return ("rock_manifest = { " + content + " }\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<SoftwarePackage> parse(FakeTree tree) throws IOException {
        return Scans.packages(tree).parse(new RockParser());
    }
}

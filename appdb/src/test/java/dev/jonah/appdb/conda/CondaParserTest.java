package dev.jonah.appdb.conda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CondaParserTest {
    private static final String META = "/env/conda-meta/";

    private static SoftwarePackage parse(FakeTree tree, String name) throws IOException {
        return Scans.packages(tree).parse(new CondaParser()).stream()
                .filter(found -> found.purl().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PackageFile file(SoftwarePackage found, String path) {
        return found.files().stream()
                .filter(file -> file.path().equals(ImagePath.of(path)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(found.files().toString()));
    }

    private static PackagesScan scan(String record) {
        return Scans.packages(
                FakeTree.builder().file(META + "a-1-0.json", record).build());
    }

    private static SoftwarePackage one(String record) throws IOException {
        List<SoftwarePackage> found = scan(record).parse(new CondaParser());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void everyChecksumOfAnEnvironmentIsThatOfWhatRattlerInstalled() throws IOException {
        FakeTree tree = Installed.tree().build();
        int compared = 0;
        for (SoftwarePackage found : Scans.packages(tree).parse(new CondaParser())) {
            for (PackageFile file : found.files()) {
                if (file.digest() != null) {
                    FileEntry entry = tree.find(file.path()).orElseThrow();
                    Content content = Objects.requireNonNull(entry.content());
                    assertThat(content.digest(Digest.Algorithm.SHA256))
                            .as(file.path().toString())
                            .isEqualTo(file.digest());
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(12);
    }

    @Test
    void aFileWithThePathOfTheEnvironmentInItIsComparedAsItWasInstalled() throws IOException {
        PackageFile hello = file(parse(Installed.tree().build(), "hello"), Installed.ENV + "/bin/hello");

        assertThat(hello.digest())
                .hasToString("sha256:"
                        + Digest.compute(
                                        Digest.Algorithm.SHA256,
                                        ("#!" + Installed.ENV + "/bin/python\nprint(\"hello\")\n").getBytes())
                                .hex());
        assertThat(hello.size()).isNull();
    }

    @Test
    void rattlersChecksumOfATargetTellsTheTarget() throws IOException {
        FakeTree changed = Installed.tree()
                .without(Installed.ENV + "/lib/libhello.so")
                .symlink(Installed.ENV + "/lib/libhello.so", "/tmp/evil.so")
                .build();

        assertThat(file(parse(changed, "hello"), Installed.ENV + "/lib/libhello.so")
                        .target())
                .hasToString("libhello.so.1");
    }

    @Test
    void theLinksOfOneRecordAreReadInOneWay() throws IOException {
        String known = Digest.compute(Digest.Algorithm.SHA256, "b".getBytes()).hex();
        String elsewhere = "1".repeat(64);
        SoftwarePackage found = one("""
                {"name": "a", "version": "1", "paths_data": {"paths": [
                 {"_path": "b", "path_type": "hardlink", "sha256": "%s"},
                 {"_path": "l", "path_type": "softlink", "sha256": "%s", "sha256_in_prefix": "%s"},
                 {"_path": "m", "path_type": "softlink", "sha256": "%s", "sha256_in_prefix": "%s"}]}}
                """.formatted("2".repeat(64), "2".repeat(64), known, "3".repeat(64), elsewhere));

        assertThat(file(found, "/env/l").target()).hasToString("b");
        assertThat(file(found, "/env/m").targetDigest()).hasToString("sha256:" + elsewhere);
    }

    /** conda and mamba record the checksum of what a link leads to. */
    private static FakeTree linked(String target) {
        String hash =
                Digest.compute(Digest.Algorithm.SHA256, "content".getBytes()).hex();
        String empty = Digest.compute(Digest.Algorithm.SHA256, new byte[0]).hex();
        return FakeTree.builder()
                .file(META + "a-1-0.json", """
                        {"name": "a", "version": "1", "paths_data": {"paths": [
                         {"_path": "lib/x.1", "path_type": "hardlink", "sha256": "%1$s", "sha256_in_prefix": "%1$s"},
                         {"_path": "lib/x", "path_type": "softlink", "sha256": "%1$s", "sha256_in_prefix": "%1$s"},
                         {"_path": "lib/none", "path_type": "softlink", "sha256": "%2$s"}]}}
                        """.formatted(hash, empty))
                .file("/env/lib/x.1", "content")
                .file("/other", "content")
                .file("/evil", "evil")
                .symlink("/env/lib/x", target)
                .symlink("/env/lib/none", "../nowhere")
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "x.1,              x.1",
        "../lib/x.1,       ../lib/x.1",
        "/env/lib/x.1,     /env/lib/x.1",
        "/other,           /other",
        "/evil,            x.1",
        "x.2,              x.1"
    })
    void aLinkMustLeadToTheContentThatItsRecordHas(String target, String promised) throws IOException {
        assertThat(file(parse(linked(target), "a"), "/env/lib/x").target()).hasToString(promised);
    }

    @Test
    void ofALinkThatLedNowhereNothingIsKnown() throws IOException {
        PackageFile none = file(parse(linked("x.1"), "a"), "/env/lib/none");

        assertThat(none.target()).isNull();
        assertThat(none.targetDigest()).isNull();
    }

    @Test
    void compiledFilesHaveNoChecksumAndMayBeRemoved() throws IOException {
        PackageFile compiled = file(
                one("{\"name\": \"a\", \"version\": \"1\", \"paths_data\": {\"paths\": ["
                        + "{\"_path\": \"x.pyc\", \"path_type\": \"pyc_file\"}]}}"),
                "/env/x.pyc");

        assertThat(compiled.ifMissing()).isEqualTo(MissingClass.GHOST);
        assertThat(compiled.rule()).isEqualTo("conda.record.unhashed");
    }

    @Test
    void anOldRecordWithoutChecksumsStillClaimsItsFiles() throws IOException {
        PackageFile file = file(one("{\"name\": \"a\", \"version\": \"1\", \"files\": [\"bin/a\"]}"), "/env/bin/a");

        assertThat(file.rule()).isEqualTo("conda.record.unhashed");
        assertThat(file.ifMissing()).isEqualTo(MissingClass.UNEXPLAINED);
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd", "/etc/passwd", "../x", "a/../../x"})
    void pathsOutsideTheEnvironmentAreReportedAndNotClaimed(String path) throws IOException {
        PackagesScan scan = scan("{\"name\": \"a\", \"version\": \"1\", \"files\": [\"" + path + "\"]}");

        assertThat(scan.parse(new CondaParser()))
                .singleElement()
                .satisfies(found -> assertThat(found.files())
                        .extracting(PackageFile::path)
                        .containsExactly(ImagePath.of(META + "a-1-0.json")));
        assertThat(scan.diagnostics().codes()).containsExactly("conda.files.outside");
    }

    @Test
    void dependenciesAreResolvedInTheEnvironment() throws IOException {
        assertThat(parse(Installed.tree().build(), "hello").resolved())
                .containsExactly(new SoftwarePackage.Resolved(
                        ImagePath.of(Installed.ENV + "/conda-meta/python-3.11.7-h0_0_cpython.json"), null));
    }

    @Test
    void aRecordThatBreaksOffIsReportedAndWhatWasReadCounts() throws IOException {
        PackagesScan scan = scan("{\"name\": \"a\", \"version\": \"1\", \"files\": [\"bin/a\", ");

        assertThat(scan.parse(new CondaParser()))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.files()).extracting(PackageFile::path).contains(ImagePath.of("/env/bin/a")));
        assertThat(scan.diagnostics().codes()).containsExactly("conda.record.json");
    }

    @Test
    void whereARecordIsNoJsonItsNameTellsThePackage() throws IOException {
        assertThat(scan("").parse(new CondaParser()))
                .extracting(found -> found.purl().toString())
                .containsExactly("pkg:conda/a@1?build=0");
    }

    @Test
    void aMalformedChecksumIsReported() throws IOException {
        PackagesScan scan = scan("{\"name\": \"a\", \"version\": \"1\", \"paths_data\": {\"paths\": ["
                + "{\"_path\": \"x\", \"path_type\": \"hardlink\", \"sha256\": \"zz\"}]}}");

        scan.parse(new CondaParser());

        assertThat(scan.diagnostics().codes()).containsExactly("conda.record.hash");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://conda.anaconda.org/conda-forge/noarch/a-1-0.conda       | conda-forge        | conda-forge
            https://repo.anaconda.com/pkgs/main/linux-64/a-1-0.conda        | defaults           | main
            https://user:pass@conda.example/t/secret/lab/noarch/a-1-0.conda | lab                | https://conda.example/lab
            ''                                                              | conda-forge        | conda-forge
            ''                                                              | https://conda.anaconda.org/bioconda/noarch | bioconda
            ''                                                              | <unknown>          |
            """)
    void channelsAreCalledAsTheirUsersCallThem(String url, String channel, String expected) throws IOException {
        SoftwarePackage found =
                one("{\"name\": \"a\", \"version\": \"1\", \"subdir\": \"noarch\", \"fn\": \"a-1-0.conda\","
                                .replace("noarch", url.contains("linux-64") ? "linux-64" : "noarch")
                        + "\"url\": \"" + url + "\", \"channel\": \"" + channel + "\"}");

        assertThat(found.purl().qualifiers().get("channel")).isEqualTo(expected);
    }

    @Test
    void ofThePackageCacheIsClaimedWhatTheRecordKnows() throws IOException {
        String hash =
                Digest.compute(Digest.Algorithm.SHA256, "in package".getBytes()).hex();
        FakeTree tree = FakeTree.builder()
                .file(META + "a-1-0.json", """
                        {"name": "a", "version": "1", "noarch": "python", "fn": "a-1-0.conda", "sha256": "%1$s",
                         "link": {"source": "/pkgs/a-1-0", "type": 1}, "paths_data": {"paths": [
                         {"_path": "lib/python3.9/site-packages/a.py", "path_type": "hardlink", "sha256": "%1$s"}]}}
                        """.formatted(hash))
                .file("/pkgs/a-1-0.conda", "in package")
                .file("/pkgs/a-1-0/site-packages/a.py", "in package")
                .file("/pkgs/a-1-0/site-packages/planted.py", "x")
                .file("/pkgs/a-1-0/info/index.json", "{}")
                .file("/pkgs/a-1-0/info/licenses/COPYING", "free")
                .file("/pkgs/a-1-0/info/planted.sh", "x")
                .build();

        assertThat(parse(tree, "a").files())
                .filteredOn(file -> file.rule().startsWith("conda.cache"))
                .extracting(file -> file.path() + " " + file.rule() + " " + (file.digest() != null))
                .containsExactlyInAnyOrder(
                        "/pkgs/a-1-0.conda conda.cache true",
                        "/pkgs/a-1-0/site-packages/a.py conda.cache true",
                        "/pkgs/a-1-0/info/index.json conda.cache.metadata false",
                        "/pkgs/a-1-0/info/licenses/COPYING conda.cache.metadata false");
    }

    @Test
    void aCacheOfAnotherNameIsNotLookedAt() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(META + "a-1-0.json", "{\"name\": \"a\", \"version\": \"1\", \"link\": {\"source\": \"/etc\"}}")
                .file("/etc/info/index.json", "{}")
                .build();

        assertThat(parse(tree, "a").files())
                .extracting(PackageFile::path)
                .containsExactly(ImagePath.of(META + "a-1-0.json"));
    }

    @Test
    void otherJsonIsNotLookedAt() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file("/env/package.json", "{\"name\": \"a\"}")
                .build());

        assertThat(scan.parse(new CondaParser())).isEmpty();
        assertThat(scan.diagnostics().all()).isEmpty();
    }
}

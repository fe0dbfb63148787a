package dev.jonah.appdb.golang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.program.TestElf;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoProgramParserTest {
    @Test
    void theProgramsOfTheToolchainBelongToTheStandardLibrary() throws IOException {
        List<SoftwarePackage> found = parse("go1.22.1", "path\tcmd/go\ndep\tgolang.org/x/mod\tv0.14.0\th1:x\n");
        assertThat(found)
                .extracting(p -> p.purl().toString())
                .containsExactly("pkg:golang/golang.org/x/mod@v0.14.0", "pkg:golang/stdlib@1.22.1");
        assertThat(found.get(0).files()).isEmpty();
        assertThat(found.get(1).files()).hasSize(1);
    }

    @Test
    void thatNothingElseNamesAProgramIsToldToFindersOfSignals() throws IOException {
        assertThat(parse("go1.22.1", "path\ta\nmod\texample.com/a\tv1.0.0\n")
                        .get(0)
                        .files())
                .extracting(PackageFile::byDirectory)
                .containsExactly(true);
    }

    @Test
    void theMainModuleMeansTheModulesOfItsProgramAsTheyWereCompiled() throws IOException {
        SoftwarePackage main = parse(
                        "go1.22.1",
                        "path\ta\nmod\texample.com/a\tv1.0.0\ndep\tb.example/c\tv1.0.0\n=>\tb.example/fork\tv1.1.0\n")
                .get(0);
        assertThat(main.resolved())
                .extracting(meant -> String.valueOf(meant.purl()))
                .containsExactly("pkg:golang/b.example/fork@v1.1.0");
    }

    @Test
    void aProgramBuiltFromFilesBelongsToTheOneModuleWithoutVersion() throws IOException {
        List<SoftwarePackage> found = parse(
                "go1.20", "path\tcommand-line-arguments\ndep\texample.com/a\t(devel)\ndep\tb.example/c\tv1.0.0\n");
        assertThat(found.get(0).purl()).hasToString("pkg:golang/example.com/a");
        assertThat(found.get(0).files()).hasSize(1);
        assertThat(found).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "go1.20.12 X:strictfipsruntime,pkg:golang/stdlib@1.20.12",
        "go1.26.1-X:foo,pkg:golang/stdlib@1.26.1",
        "go1.26.5 (Red Hat 1.26.5-1.el9),pkg:golang/stdlib@1.26.5",
        "devel +0123abcd,pkg:golang/stdlib"
    })
    void theStandardLibraryHasTheVersionOfTheToolchain(String version, String purl) throws IOException {
        assertThat(parse(version, "path\ta\nmod\texample.com/a\tv1.0.0\n")
                        .get(1)
                        .purl())
                .hasToString(purl);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-X main.version=v1.2.3 | v1.2.3",
                "-s -w -X 'example.com/a/cmd/x.Version=2.0' -X main.version=9.9 | 2.0",
                "-X=example.com/a/internal.gitVersion=1.5.0-rc.1 | 1.5.0-rc.1",
                "-X main.version=1.0.0 -X main.Version=2.0.0 | ",
                "-X main.commit=1.0.0 | ",
                "-X main.version=unknown | "
            })
    void aMainModuleWithoutVersionMayHaveItFromTheLinker(String options, String version) throws IOException {
        SoftwarePackage main = parse(
                        "go1.20", "path\ta\nmod\texample.com/a\t(devel)\nbuild\t-ldflags=\"" + options + "\"\n")
                .get(0);
        assertThat(main.purl().version()).isEqualTo(version);
    }

    @Test
    void aNameThatCannotBeAPackageUrlIsReported() throws IOException {
        var scan = Scans.packages(tree("go1.20", "path\ta\nmod\t/\tv1\n"));
        assertThat(scan.parse(new GoProgramParser())).hasSize(1);
        assertThat(scan.diagnostics().all()).extracting(d -> d.code()).containsExactly("go.module");
    }

    private static List<SoftwarePackage> parse(String version, String lines) throws IOException {
        return Scans.packages(tree(version, lines)).parse(new GoProgramParser());
    }

    private static FakeTree tree(String version, String lines) {
        byte[] elf = TestElf.usual()
                .section(".go.buildinfo", TestBuildInfo.inline(version, lines))
                .bytes();
        return FakeTree.builder().file("/usr/bin/tool", elf).build();
    }
}

package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonArchiveParserTest {
    private static PackagesScan scan(String path, byte[] content) {
        return Scans.packages(FakeTree.builder().file(path, content).build());
    }

    @Test
    void everyDistributionOfAPackedApplicationIsFound() throws IOException {
        byte[] pex = Archives.zip(
                "PEX-INFO", "{}",
                ".deps/a-1-py3-none-any.whl/a-1.dist-info/METADATA", "Name: a\nVersion: 1\n",
                ".deps/a-1-py3-none-any.whl/a/_vendor/b-2.dist-info/METADATA", "Name: b\nVersion: 2\n");

        List<SoftwarePackage> found = scan("/app.pex", pex).parse(new PythonArchiveParser());

        assertThat(found)
                .extracting(p -> p.purl() + " " + p.extra().get("python.vendored"))
                .containsExactlyInAnyOrder("pkg:pypi/a@1 null", "pkg:pypi/b@2 true");
        assertThat(found).allMatch(p -> p.files().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "./other-1.egg\n", "import os; './hello-1.egg'\n"})
    void anEggThatNobodyPutOnThePathIsNotClaimed(String list) throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/s/hello-1.egg", Archives.zip("EGG-INFO/PKG-INFO", "Name: hello\nVersion: 1\n"))
                .file("/s/easy-install.pth", list)
                .build();

        assertThat(Scans.packages(tree).parse(new PythonArchiveParser()))
                .singleElement()
                .satisfies(found -> assertThat(found.files()).isEmpty());
    }

    @Test
    void namesThatLeaveTheArchiveAreNotLookedAt() throws IOException {
        byte[] egg = Archives.zip("../../x-1.dist-info/METADATA", "Name: x\nVersion: 1\n");

        assertThat(scan("/a.egg", egg).parse(new PythonArchiveParser())).isEmpty();
    }

    @Test
    void anythingElseOfThatNameIsTold() throws IOException {
        PackagesScan scan = scan("/a.pyz", new byte[] {1, 2, 3});

        assertThat(scan.parse(new PythonArchiveParser())).isEmpty();
        assertThat(scan.diagnostics().codes()).containsExactly("python.archive.damaged");
    }

    @Test
    void metadataBeyondAnyUseIsLeftOutAndReported() throws IOException {
        PackagesScan scan = scan("/a.pyz", Archives.zip("a-1.dist-info/METADATA", " ".repeat((4 << 20) + 1)));

        assertThat(scan.parse(new PythonArchiveParser())).isEmpty();
        assertThat(scan.diagnostics().codes()).containsExactly("python.archive.limit");
    }
}

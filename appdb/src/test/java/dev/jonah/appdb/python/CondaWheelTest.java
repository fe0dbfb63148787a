package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CondaWheelTest {
    private static final String SITE = "/opt/conda/lib/python3.11/site-packages/";

    @ParameterizedTest
    @CsvSource({
        "conda, true,  /opt/conda/bin/a, EXPECTED",
        "conda, true,  " + SITE + "a.py, MODIFIED",
        "conda, false, /opt/conda/bin/a, MODIFIED",
        "pip,   true,  /opt/conda/bin/a, MODIFIED"
    })
    void onlyStartScriptsOfWheelsThatCondaInstalledMayDiffer(
            String installer, boolean environment, String path, Difference expected) throws IOException {
        String hash = "sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";
        FakeTreeBuilder tree = FakeTree.builder()
                .file(SITE + "a-1.dist-info/METADATA", "Name: a\nVersion: 1\n")
                .file(SITE + "a-1.dist-info/INSTALLER", installer + "\n")
                .file(SITE + "a-1.dist-info/RECORD", "../../../bin/a," + hash + ",0\na.py," + hash + ",0\n");
        if (environment) {
            tree.file("/opt/conda/conda-meta/history", "");
        }

        assertThat(Scans.packages(tree.build()).parse(new PythonParser()).get(0).files())
                .filteredOn(file -> file.path().equals(ImagePath.of(path)))
                .singleElement()
                .satisfies(file -> assertThat(file.ifDifferent()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"/opt/conda/pkgs/a-1-0/info/, true", "/opt/conda/info/, "})
    void whatLiesInThePackageCacheIsSaidToDoSo(String info, String cached) throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/opt/conda/pkgs/a-1-0/site-packages/a-1.dist-info/METADATA", "Name: a\nVersion: 1\n")
                .file(info + "index.json", "{}")
                .file(info + "files", "")
                .build();

        assertThat(Scans.packages(tree).parse(new PythonParser()).get(0).extra().get("python.cached"))
                .isEqualTo(cached);
    }
}

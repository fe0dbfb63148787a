package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explanation;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLinksTest {
    private static final ImagePath METADATA = ImagePath.of("/src/dev/dev_pkg.egg-info/PKG-INFO");
    static final SoftwarePackage DEVELOPED = SoftwarePackage.of(
                    Purl.of("pypi", "dev-pkg").build(), Kind.APPLICATION, METADATA)
            .file(PackageFile.at(METADATA, "python.egg-info").build())
            .build();

    static FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file(METADATA.toString(), "Name: dev-pkg\nVersion: 1\n")
                .file("/src/other/x.py", "");
    }

    private static List<Explanation> explain(String path, String text) throws IOException {
        return Scans.explainer(tree().file(path, text).build())
                .withPackage(DEVELOPED)
                .explain(new PythonLinks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/src/dev\n.", "/src/dev\n", "../src/dev\n../", "/src/dev"})
    void aLinkToTheMetadataOfItsDistributionIsExplained(String text) throws IOException {
        assertThat(explain("/s/dev-pkg.egg-link", text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/src/other\n.", "", "/src/dev\nevil", "/src/dev\n.\nmore", "#!/bin/sh"})
    void aLinkToAnythingElseStaysUnexplained(String text) throws IOException {
        assertThat(explain("/s/dev-pkg.egg-link", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/src/dev\n",
                "import sys; sys.__plen = len(sys.path)\n/src/dev\nimport sys; new=sys.path[sys.__plen:];"
                        + " del sys.path[sys.__plen:]; p=getattr(sys,'__egginsert',0); sys.path[p:p]=new;"
                        + " sys.__egginsert = p+len(new)\n"
            })
    void aListOfDistributionsThatAreThereIsExplained(String text) throws IOException {
        assertThat(explain("/s/easy-install.pth", text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/src/dev\nimport os; os.system('id')\n",
                "/src/dev\n/src/other\n",
                "/nowhere\n",
                "",
                "import sys"
            })
    void aListOfAnythingElseStaysUnexplained(String text) throws IOException {
        assertThat(explain("/s/easy-install.pth", text)).isEmpty();
    }
}

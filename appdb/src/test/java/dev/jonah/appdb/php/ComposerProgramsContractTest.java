package dev.jonah.appdb.php;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposerProgramsContractTest extends ExplainerContract {
    private static final String BIN = "/srv/app/vendor/bin/";

    @Override
    protected Explainer plugin() {
        return new ComposerPrograms();
    }

    @Override
    protected FakeTree fixture() {
        return RealFiles.app()
                .file(BIN + "other", RealFiles.text("app/vendor/bin/alpha"))
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return super.scan(tree)
                .withPackage(SoftwarePackage.of(
                                Purl.parse("pkg:composer/acme/alpha@1.2.0"),
                                SoftwarePackage.Kind.APPLICATION,
                                ImagePath.of("/srv/app/vendor/composer/installed.json"))
                        .build());
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path().fileName() + ": " + e.evidence().text())
                .containsExactly(
                        "alpha: it does nothing but start a program of the package Acme/alpha",
                        "plain: it does nothing but start a program of the package Acme/alpha",
                        "tool.sh: it does nothing but start a program of the package Acme/alpha");
        assertThat(found).allMatch(e -> e.verdict() == Verdict.DERIVED);
    }

    @Test
    void aLinkToTheProgramIsExplainedAndAnotherIsNot() throws IOException {
        assertThat(explained(RealFiles.app()
                        .symlink(BIN + "alpha", "../Acme/alpha/bin/alpha")
                        .symlink(BIN + "plain", "../Acme/alpha/bin/alpha")))
                .containsExactly("alpha", "tool.sh");
    }

    @Test
    void aScriptWithAnotherLineIsNotExplained() throws IOException {
        String alpha = RealFiles.text("app/vendor/bin/alpha");
        String shell = RealFiles.text("app/vendor/bin/tool.sh");
        assertThat(explained(RealFiles.app()
                        .file(BIN + "alpha", alpha + "system('id');\n")
                        .file(BIN + "plain", alpha)
                        .file(BIN + "tool.sh", shell.replace("${dir}/tool.sh", "/tmp/tool.sh"))))
                .isEmpty();
    }

    @Test
    void anotherInterpreterIsNotExplained() throws IOException {
        String alpha = RealFiles.text("app/vendor/bin/alpha");
        assertThat(explained(RealFiles.app().file(BIN + "alpha", alpha.replace("#!/usr/bin/env php", "#!/tmp/php"))))
                .doesNotContain("alpha");
    }

    private List<String> explained(FakeTreeBuilder tree) throws IOException {
        return scan(tree.build()).explain(plugin()).stream()
                .map(e -> e.path().fileName())
                .toList();
    }
}

package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import java.util.List;

class PythonLinksContractTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new PythonLinks();
    }

    @Override
    protected FakeTree fixture() {
        return PythonLinksTest.tree()
                .file("/s/dev-pkg.egg-link", "/src/dev\n.")
                .file("/s/easy-install.pth", "/src/dev\n")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return super.scan(tree).withPackage(PythonLinksTest.DEVELOPED);
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path().toString())
                .containsExactly("/s/dev-pkg.egg-link", "/s/easy-install.pth");
    }
}

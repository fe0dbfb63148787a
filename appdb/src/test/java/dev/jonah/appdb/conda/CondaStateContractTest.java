package dev.jonah.appdb.conda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import java.util.List;

class CondaStateContractTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new CondaState();
    }

    @Override
    protected FakeTree fixture() {
        return CondaStateTest.tree()
                .file("/opt/conda/conda-meta/history", CondaStateTest.HISTORY)
                .file("/opt/conda/conda-meta/pixi_env_prefix", "/opt/conda")
                .file("/opt/conda/envs/.conda_envs_dir_test", "")
                .file("/opt/conda/pkgs/urls.txt", CondaStateTest.URL + "\n")
                .file("/root/.conda/environments.txt", "/opt/conda\n")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return super.scan(tree).withPackage(CondaStateTest.ZLIB);
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path() + " " + e.evidence().rule())
                .containsExactly(
                        "/opt/conda/conda-meta/history conda.history",
                        "/opt/conda/conda-meta/pixi_env_prefix conda.prefix",
                        "/opt/conda/envs/.conda_envs_dir_test conda.mark",
                        "/opt/conda/pkgs/urls.txt conda.downloads",
                        "/root/.conda/environments.txt conda.environments");
    }
}

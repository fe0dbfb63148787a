package dev.jonah.sysdb.rpm.explain;

import static dev.jonah.sysdb.rpm.explain.Installed.configuring;
import static dev.jonah.sysdb.rpm.explain.Installed.explained;
import static dev.jonah.sysdb.rpm.explain.Installed.owning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptConfigurationTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new KeptConfiguration();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/etc/x.conf", "mine")
                .file("/etc/x.conf.rpmnew", "shipped")
                .file("/etc/x.conf.rpmsave", "before = 1\n")
                .file("/etc/x.conf.rpmorig", "shipped")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree).withPackage(configuring("/etc/x.conf", "shipped"));
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(
                        e -> e.path() + " " + e.verdict() + " " + e.evidence().rule())
                .containsExactlyInAnyOrder(
                        "/etc/x.conf.rpmnew DERIVED rpm.kept-configuration",
                        "/etc/x.conf.rpmorig DERIVED rpm.kept-configuration",
                        "/etc/x.conf.rpmsave TRANSIENT rpm.kept-configuration");
    }

    private List<String> paths(FakeTree tree) throws IOException {
        return explained(scan(tree), plugin());
    }

    @Test
    void newFileOfOtherContentStaysUnexplained() throws IOException {
        assertThat(paths(FakeTree.builder().file("/etc/x.conf.rpmnew", "evil").build()))
                .isEmpty();
    }

    @Test
    void plantedScriptStaysUnexplained() throws IOException {
        assertThat(paths(FakeTree.builder()
                        .file("/etc/x.conf.rpmsave", "#!/bin/sh\nevil\n")
                        .build()))
                .isEmpty();
    }

    @Test
    void plantedProgramStaysUnexplained() throws IOException {
        assertThat(paths(FakeTree.builder()
                        .file("/etc/x.conf.rpmsave", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0})
                        .build()))
                .isEmpty();
    }

    @Test
    void whatMoreCanReadOrRunStaysUnexplained() throws IOException {
        assertThat(paths(FakeTree.builder()
                        .file("/etc/x.conf.rpmsave", "a")
                        .mode("/etc/x.conf.rpmsave", 0755)
                        .file("/etc/x.conf.rpmorig", "a")
                        .mode("/etc/x.conf.rpmorig", 0666)
                        .build()))
                .isEmpty();
    }

    @Test
    void fileBesideWhatIsNoConfigurationStaysUnexplained() throws IOException {
        FakeTree tree = FakeTree.builder().file("/usr/bin/x.rpmsave", "text").build();
        assertThat(explained(Scans.explainer(tree).withPackage(owning("/usr/bin/x")), plugin()))
                .isEmpty();
    }
}

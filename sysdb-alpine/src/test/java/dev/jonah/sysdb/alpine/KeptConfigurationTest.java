package dev.jonah.sysdb.alpine;

import static dev.jonah.sysdb.alpine.Installations.explained;
import static dev.jonah.sysdb.alpine.Installations.shipping;
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
                .file("/lib/apk/db/installed", "")
                .file("/etc/x.conf", "mine")
                .file("/etc/x.conf.apk-new", "shipped")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree).withPackage(shipping("x", "/etc/x.conf", "shipped"));
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path() + " " + e.evidence().rule())
                .containsExactly("/etc/x.conf.apk-new apk.apk-new");
    }

    @Test
    void otherContentThanShippedStaysUnexplained() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/etc/x.conf", "mine")
                .file("/etc/x.conf.apk-new", "evil")
                .build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }

    @Test
    void fileBesideWhatNobodyOwnsStaysUnexplained() throws IOException {
        FakeTree tree = FakeTree.builder().file("/etc/y.apk-new", "shipped").build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }
}

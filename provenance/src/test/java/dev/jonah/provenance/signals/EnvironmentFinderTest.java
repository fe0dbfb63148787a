package dev.jonah.provenance.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.ImageConfig;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import dev.jonah.testkit.SignalFinderContract;
import dev.jonah.testkit.SignalScan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentFinderTest extends SignalFinderContract {
    @Override
    protected SignalFinder plugin() {
        return new EnvironmentFinder();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder().file("/a/b", "x").build();
    }

    @Override
    protected List<String> expected() {
        return List.of();
    }

    private SignalScan run(FakeTree tree, String... environment) throws IOException {
        SignalScan scan = Scans.signals(tree)
                .withConfig(new ImageConfig(null, null, null, null, List.of(environment), Map.of(), List.of(), null));
        scan.find(plugin());
        return scan;
    }

    @Test
    void hooksAndSecretsOfTheEnvironmentAreTold() throws IOException {
        SignalScan scan = run(fixture(), "LD_PRELOAD=/tmp/x.so", "DB_PASSWORD=hunter2", "PATH=/bin", "TOKEN=");
        assertThat(scan.diagnostics().codes()).containsExactly("signal.environment.hook", "signal.environment.secret");
        assertThat(scan.diagnostics().all().toString()).doesNotContain("hunter2");
    }

    @Test
    void anOrdinaryEnvironmentIsNotTold() throws IOException {
        SignalScan scan =
                run(fixture(), "PATH=/bin", "LANG=C.UTF-8", "GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D");
        assertThat(scan.diagnostics().codes()).isEmpty();
    }

    @Test
    void directoriesThatEverybodyMayChangeAreTold() throws IOException {
        FakeTree tree = FakeTree.builder()
                .directory("/open")
                .mode("/open", 0777)
                .directory("/tmp")
                .mode("/tmp", 01777)
                .build();
        assertThat(run(tree).diagnostics().all())
                .extracting(d -> d.code() + " " + d.path())
                .containsExactly("signal.directory.world-writable /open");
    }
}

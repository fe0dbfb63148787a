package dev.jonah.provenance.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import dev.jonah.testkit.SignalFinderContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceFinderTest extends SignalFinderContract {
    @Override
    protected SignalFinder plugin() {
        return new PlaceFinder();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/.worker", Programs.elf())
                .file("/etc/helper", Programs.elf())
                .file("/srv/.../x", Programs.elf())
                .file("/tmp/x", Programs.elf())
                .file("/usr/lib/.hid/x", Programs.elf())
                .file("/usr/share/doc/x/run", "#!/bin/sh\n")
                .mode("/usr/share/doc/x/run", 0755)
                .build();
    }

    @Override
    protected List<String> expected() {
        return List.of(
                "/app/.worker hidden-executable",
                "/etc/helper executable-among-data",
                "/srv/.../x hidden-executable",
                "/tmp/x executable-among-data",
                "/usr/lib/.hid/x hidden-executable",
                "/usr/share/doc/x/run executable-among-data");
    }

    @Test
    void programsThatBelongWhereTheyAreAreNone() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/app/.next/server/addon.node", Programs.elf())
                .file("/etc/cron.daily/x", "#!/bin/sh\n")
                .mode("/etc/cron.daily/x", 0755)
                .file("/root/.cargo/bin/rg", Programs.elf())
                .file("/tmp/.hidden", "text")
                .file("/tmp/libnetty_transport.so", Programs.elf())
                .file("/usr/lib/.build-id/aa/bb", Programs.elf())
                .file("/usr/local/bin/x", Programs.elf())
                .build();
        assertThat(Scans.signals(tree).find(plugin())).isEmpty();
    }
}

package dev.jonah.provenance.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import dev.jonah.testkit.SignalFinderContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerFinderTest extends SignalFinderContract {
    private static final String PASSWD = "root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000::/:/bin/sh\n";

    @Override
    protected SignalFinder plugin() {
        return new OwnerFinder();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/a", "x")
                .owner("/a", 1000, 1000)
                .file("/b", "x")
                .owner("/b", 501, 20)
                .file("/etc/passwd", PASSWD)
                .build();
    }

    @Override
    protected List<String> expected() {
        return List.of("/b foreign-owner");
    }

    @Test
    void whereRootOwnsNothingOwnersAreThoseOfTheMachine() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/b", "x")
                .owner("/b", 501, 20)
                .file("/etc/passwd", PASSWD)
                .owner("/etc/passwd", 501, 20)
                .build();
        assertThat(Scans.signals(tree).find(plugin())).isEmpty();
    }

    @Test
    void anImageWithoutAccountsKnowsNobody() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/b", "x")
                .owner("/b", 65532, 65532)
                .file("/c", "x")
                .build();
        assertThat(Scans.signals(tree).find(plugin())).isEmpty();
    }
}

package dev.jonah.provenance.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import dev.jonah.testkit.SignalFinderContract;
import dev.jonah.testkit.SignalScan;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountFinderTest extends SignalFinderContract {
    @Override
    protected SignalFinder plugin() {
        return new AccountFinder();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/etc/passwd", """
                        root:x:0:0:root:/root:/bin/sh
                        toor::00:0:::/bin/sh
                        games:x:5:60:games:/usr/games:/bin/bash
                        """)
                .file("/etc/shadow", """
                        root:$6$abcdefgh$abcdefghijkl:19000:0:99999:7:::
                        toor::19000:0:99999:7:::
                        """)
                .build();
    }

    @Override
    protected List<String> expected() {
        return List.of(
                "/etc/passwd second-root",
                "/etc/passwd empty-password",
                "/etc/passwd system-shell",
                "/etc/shadow password-hash",
                "/etc/shadow empty-password");
    }

    @Test
    void ordinaryAccountsAreNone() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/etc/passwd", """
                        root:x:0:0:root:/root:/bin/sh
                        sync:x:4:65534:sync:/bin:/bin/sync
                        operator:x:11:0:operator:/root:/sbin/nologin
                        postgres:x:70:70::/var/lib/postgresql:/bin/sh
                        app:x:1000:1000::/home/app:/bin/bash
                        """)
                .file("/etc/shadow", """
                        root:*:19000:0:99999:7:::
                        bin:!::0:::::
                        app:!:19000:0:99999:7:::
                        locked:!!:19000::::::
                        """)
                .file("/srv/passwd", "toor::0:0:::/bin/sh\n")
                .build();
        assertThat(Scans.signals(tree).find(plugin())).isEmpty();
    }

    @Test
    void aPackageThatVouchesForTheFileDoesNotVouchForItsAccounts() throws IOException {
        FakeTree tree =
                FakeTree.builder().file("/etc/passwd", "toor:x:0:0:::/bin/sh\n").build();
        assertThat(Scans.signals(tree)
                        .withVerdict("/etc/passwd", Verdict.VERIFIED)
                        .find(plugin()))
                .extracting(SignalScan.Found::detail)
                .containsExactly("the account toor has the user id 0");
    }

    @Test
    void hashesInDeletedFilesAreFound() throws IOException {
        FakeTree lower = FakeTree.builder()
                .file("/etc/shadow", "root:$y$j9T$abc$defghi:1:0:9:7:::\n")
                .build();
        assertThat(Scans.signals(FakeTree.empty()).withHidden(lower).find(plugin()))
                .extracting(SignalScan.Found::toString)
                .containsExactly("/etc/shadow password-hash");
    }
}

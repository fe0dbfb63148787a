package dev.jonah.sysdb.alpine;

import static dev.jonah.sysdb.alpine.Installations.explained;
import static dev.jonah.sysdb.alpine.Installations.owning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountBackupsTest extends ExplainerContract {
    private static final String ROOT = "root:x:0:0:root:/root:/bin/ash\n";

    @Override
    protected Explainer plugin() {
        return new AccountBackups();
    }

    @Override
    protected FakeTree fixture() {
        return root().file("/etc/passwd-", ROOT)
                .file("/etc/group-", "root:x:0:root\nbin:x:1:\n")
                .file("/etc/shadow-", "root:*::0:::::\n")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree)
                .withPackage(owning("alpine-baselayout", "/etc/passwd", "/etc/group", "/etc/shadow"));
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path() + " " + e.evidence().inputs())
                .containsExactly(
                        "/etc/group- [/etc/group]", "/etc/passwd- [/etc/passwd]", "/etc/shadow- [/etc/shadow]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\177ELF",
                "#!/bin/sh\n",
                "root:x:0:0:root:/root\n",
                "toor::0:0::/root:/bin/sh\n",
                "root:x:0:0:root:/root:/bin/ash\ntoor::0:0::/root:/bin/sh\n",
                "other:x:5:5::/:/bin/false\n"
            })
    void otherContentStaysUnexplained(String content) throws IOException {
        assertThat(explained(scan(root().file("/etc/passwd-", content).build()), plugin()))
                .isEmpty();
    }

    @Test
    void backupOfWhatNobodyOwnsStaysUnexplained() throws IOException {
        FakeTree tree = root().file("/etc/passwd-", ROOT).build();
        assertThat(explained(Scans.explainer(tree), plugin())).isEmpty();
    }

    private static FakeTreeBuilder root() {
        return FakeTree.builder()
                .file("/etc/passwd", ROOT + "me:x:1000:1000::/home/me:/bin/ash\n")
                .file("/etc/group", "root:x:0:root\nbin:x:1:\nme:x:1000:\n")
                .file("/etc/shadow", "root:*::0:::::\nme:!:19000:0:99999:7:::\n");
    }
}

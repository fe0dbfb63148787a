package dev.jonah.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest extends ExplainerContract {
    private static final String PASSWD = "root:x:0:0:root:/root:/bin/bash\n"
            + "daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\n"
            + "web:x:101:102::/var/www:/usr/sbin/nologin\n"
            + "timer:x:997:997:Timer:/:/usr/sbin/nologin\n";
    private static final String GROUP = "root:x:0:\ndaemon:x:1:\nadm:x:4:\nweb:x:102:\ntimer:x:997:\n";
    private static final String SHADOW = "root:*:19000:0:99999:7:::\ndaemon:*:19000:0:99999:7:::\nweb:!:19000::::::\n";
    private static final String[] OWNED = {
        "/usr/share/base-passwd/passwd.master", "/usr/share/base-passwd/group.master", "/usr/lib/sysusers.d/timer.conf"
    };

    @Override
    protected Explainer plugin() {
        return new Accounts();
    }

    private static FakeTreeBuilder root() {
        return FakeTree.builder()
                .file(OWNED[0], "root:*:0:0:root:/root:/bin/bash\ndaemon:*:1:1:daemon:/usr/sbin:/usr/sbin/nologin\n")
                .file(OWNED[1], "root:*:0:\ndaemon:*:1:\nadm:*:4:\n")
                .file(OWNED[2], "# timers\nu timer - \"Timer of things\"\n")
                .file("/var/lib/dpkg/info/base.postinst", "#!/bin/sh\nadduser --system --group --home /var/www web\n")
                .file("/etc/passwd", PASSWD)
                .file("/etc/group", GROUP);
    }

    @Override
    protected FakeTree fixture() {
        return root().file("/etc/shadow", SHADOW)
                .file("/etc/gshadow", "root:*::\nweb:!::\n")
                .file("/etc/subuid", "")
                .file("/etc/passwd-", "root:x:0:0:root:/root:/bin/bash\n")
                .file("/etc/group-", "root:x:0:\nold:x:1000:\n")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Installed.owning(tree, OWNED);
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(Installed.lines(found))
                .containsExactlyInAnyOrder(
                        "/etc/passwd DERIVED accounts.origin",
                        "/etc/group DERIVED accounts.origin",
                        "/etc/shadow DERIVED accounts.origin",
                        "/etc/gshadow DERIVED accounts.origin",
                        "/etc/subuid DERIVED accounts.origin",
                        "/etc/passwd- DERIVED accounts.backup",
                        "/etc/group- DERIVED accounts.backup");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toor:x:0:0::/root:/bin/sh",
                "web2:x:1000:1000::/home/web2:/bin/bash",
                "web:x:0:0::/var/www:/usr/sbin/nologin",
                "web::101:102::/var/www:/usr/sbin/nologin",
                "web:$1$abcd$x:101:102::/var/www:/usr/sbin/nologin",
                "web:x:101:0::/var/www:/usr/sbin/nologin",
                "web:x:101:102::/var/www:/bin/bash",
                "timer:x:997:997:Timer:/:/bin/sh",
                "timer:x:997:0:Timer:/:/usr/sbin/nologin",
                "daemon:x:2:1:daemon:/usr/sbin:/usr/sbin/nologin",
                "daemon:x:1:1:daemon:/tmp:/usr/sbin/nologin",
                "root:x:0:0:root:/tmp:/bin/bash",
                "root:x:5:0:root:/root:/bin/bash",
                "root:x:0:0:root:/root:/tmp/shell",
                "daemon:x:1:1:daemon:/usr/sbin",
                "#!/bin/sh"
            })
    void aPlantedAccountLeavesTheFileUnexplained(String line) throws IOException {
        FakeTreeBuilder tree = root().file(
                        "/etc/passwd",
                        "root:x:0:0:root:/root:/bin/bash\n".repeat(line.startsWith("root") ? 0 : 1) + line + "\n");

        assertThat(Installed.ruleFor("/etc/passwd", plugin(), tree, OWNED)).isEqualTo("nothing");
    }

    @Test
    void anAccountTwiceLeavesTheFileUnexplained() throws IOException {
        FakeTreeBuilder tree = root().file("/etc/passwd", PASSWD + "web:x:101:102::/var/www:/usr/sbin/nologin\n");

        assertThat(Installed.ruleFor("/etc/passwd", plugin(), tree, OWNED)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/group,   adm:x:4:web",
        "/etc/group,   wheel:x:0:",
        "/etc/group,   docker:x:998:",
        "/etc/group,   web:x:102:nobody",
        "/etc/shadow,  web:$y$j9T$abc:19000::::::",
        "/etc/shadow,  web::19000::::::",
        "/etc/shadow,  other:*:19000::::::",
        "/etc/gshadow, root:*::web",
        "/etc/gshadow, web:!:web:",
        "/etc/subuid,  other:100000:65536",
        "/etc/subuid,  web:0:65536",
        "/etc/passwd-, toor:x:0:0::/root:/bin/sh",
        "/etc/passwd-, other:x:7:7::/:/bin/false",
        "/etc/group-,  root:x:0"
    })
    void plantedLinesLeaveTheOtherFilesUnexplained(String path, String line) throws IOException {
        assertThat(Installed.ruleFor(path, plugin(), root().file(path, line + "\n"), OWNED))
                .isEqualTo("nothing");
    }

    @Test
    void scriptsOfPackagesThatAreNotInstalledSayNothing() throws IOException {
        FakeTreeBuilder tree = root().without("/var/lib/dpkg/info/base.postinst")
                .file("/var/lib/dpkg/info/planted.postinst", "#!/bin/sh\nadduser --system web\n");

        assertThat(Installed.ruleFor("/etc/passwd", plugin(), tree, OWNED)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "db:x:100:103:Database:/var/lib/db:/bin/bash, accounts.origin",
        "db:x:100:103:Database:/tmp:/bin/bash,        nothing",
        "db:x:100:103:Database:/var/lib/db:/bin/sh,   nothing",
        "db:x:100:0:Database:/var/lib/db:/bin/bash,   nothing",
        "db:x:0:103:Database:/var/lib/db:/bin/bash,   nothing",
        "web:x:101:102::/var/lib/db:/bin/bash,        nothing"
    })
    void aLoginShellIsExplainedOnlyIfAScriptMakesThatAccountWithIt(String line, String rule) throws IOException {
        FakeTreeBuilder tree = root().file(
                        "/var/lib/dpkg/info/base.postinst",
                        "#!/bin/sh\nadduser --system web\n  adduser --system --home /var/lib/db \\\n"
                                + "  --shell /bin/bash --gecos \"A database\" db\nfi\n")
                .file("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\n" + line + "\n");

        assertThat(Installed.ruleFor("/etc/passwd", plugin(), tree, OWNED)).isEqualTo(rule);
    }

    @Test
    void whoAScriptPutsIntoAGroupOfItsPackageIsAMemberInBothFiles() throws IOException {
        FakeTreeBuilder tree = root().file("/var/lib/dpkg/info/base.postinst", "adduser --system web certs\n")
                .file("/etc/group", "root:x:0:\ncerts:x:105:web\n")
                .file("/etc/gshadow", "root:*::\ncerts:!::web\n");

        assertThat(Installed.ruleFor("/etc/gshadow", plugin(), tree, OWNED)).isEqualTo("accounts.origin");
    }

    @Test
    void statementsAndMastersOfNobodySayNothing() throws IOException {
        assertThat(Installed.ruleFor("/etc/passwd", plugin(), root())).isEqualTo("nothing");
    }

    @Test
    void theBackupOfAPackagedFileIsAnEarlierOne() throws IOException {
        FakeTreeBuilder tree = FakeTree.builder()
                .file("/etc/shadow", "root:*:19000:0:99999:7:::\n")
                .file("/etc/shadow-", "root:*:18000:0:99999:7:::\nold:*:18000::::::\n");

        assertThat(Installed.ruleFor("/etc/shadow-", plugin(), tree, "/etc/shadow"))
                .isEqualTo("accounts.backup");
        assertThat(Installed.ruleFor("/etc/shadow-", plugin(), tree)).isEqualTo("nothing");
    }

    @Test
    void theAccountThatNobodyKnowsIsNamed() throws IOException {
        ExplainerScan scan = scan(root().file("/etc/passwd", PASSWD + "toor:x:0:0::/root:/bin/sh\n")
                .build());
        scan.explain(plugin());

        assertThat(scan.diagnostics().all())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("\"toor\""));
    }
}

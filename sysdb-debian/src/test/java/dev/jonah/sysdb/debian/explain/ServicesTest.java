package dev.jonah.sysdb.debian.explain;

import static dev.jonah.sysdb.debian.explain.Installations.explained;
import static dev.jonah.sysdb.debian.explain.Installations.owning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicesTest extends PlantedFilesContract {
    @Override
    protected Explainer plugin() {
        return new Services();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .symlink("/lib", "usr/lib")
                .file(
                        "/usr/lib/systemd/system/ssh.service",
                        "[Unit]\nWantedBy=no\n[Install]\nWantedBy=multi-user.target\nAlias=sshd.service\n")
                .file("/usr/lib/systemd/system/getty@.service", "[Install]\nWantedBy=getty.target\n")
                .file("/usr/lib/systemd/system/idle.timer", "[Timer]\n")
                .file("/usr/lib/systemd/user/agent.socket", "[Install]\nWantedBy = sockets.target other.target\n")
                .symlink("/etc/systemd/system/multi-user.target.wants/ssh.service", "/lib/systemd/system/ssh.service")
                .symlink("/etc/systemd/system/sshd.service", "/lib/systemd/system/ssh.service")
                .symlink(
                        "/etc/systemd/system/getty.target.wants/getty@tty1.service",
                        "/usr/lib/systemd/system/getty@.service")
                .symlink("/etc/systemd/user/sockets.target.wants/agent.socket", "/usr/lib/systemd/user/agent.socket")
                .file(
                        STATE + "helper-enabled/ssh.service.dsh-also",
                        "/etc/systemd/system/multi-user.target.wants/ssh.service\n/etc/systemd/system/sshd.service\n")
                .file(STATE + "helper-enabled/multi-user.target.wants/ssh.service", "")
                .file(STATE + "helper-enabled/sshd.service", "")
                .file(
                        STATE + "user-helper-enabled/agent.socket.dsh-also",
                        "/etc/systemd/user/sockets.target.wants/agent.socket\n")
                .file("/var/lib/systemd/timers/stamp-idle.timer", "")
                .file("/etc/init.d/ssh", "script")
                .file("/etc/init.d/cron", "script")
                .symlink("/etc/rc2.d/S01ssh", "../init.d/ssh")
                .symlink("/etc/rc0.d/K01ssh", "../init.d/ssh")
                .file("/etc/init.d/.depend.start", "TARGETS = cron ssh\nINTERACTIVE =\nssh: cron\n")
                .file("/etc/sv/ssh/run", "script")
                .symlink("/etc/runit/runsvdir/default/ssh", "/etc/sv/ssh");
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(
                owning("systemd", SYSTEM + "getty@.service", SYSTEM + "idle.timer"),
                owning("init-system-helpers"),
                owning("insserv"),
                owning("runit-helper"),
                owning(
                        "openssh-server",
                        SYSTEM + "ssh.service",
                        "/usr/lib/systemd/user/agent.socket",
                        "/etc/init.d/ssh",
                        "/etc/init.d/cron",
                        "/etc/sv/ssh/run"));
    }

    @Override
    List<String> expected() {
        return List.of(
                "DERIVED /etc/systemd/system/multi-user.target.wants/ssh.service",
                "DERIVED /etc/systemd/system/sshd.service",
                "DERIVED /etc/systemd/system/getty.target.wants/getty@tty1.service",
                "DERIVED /etc/systemd/user/sockets.target.wants/agent.socket",
                "TRANSIENT " + STATE + "helper-enabled/ssh.service.dsh-also",
                "TRANSIENT " + STATE + "helper-enabled/multi-user.target.wants/ssh.service",
                "TRANSIENT " + STATE + "helper-enabled/sshd.service",
                "TRANSIENT " + STATE + "user-helper-enabled/agent.socket.dsh-also",
                "TRANSIENT /var/lib/systemd/timers/stamp-idle.timer",
                "DERIVED /etc/rc2.d/S01ssh",
                "DERIVED /etc/rc0.d/K01ssh",
                "DERIVED /etc/init.d/.depend.start",
                "DERIVED /etc/runit/runsvdir/default/ssh");
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/systemd/system/basic.target.wants/ssh.service, /lib/systemd/system/ssh.service",
        "/etc/systemd/system/multi-user.target.requires/ssh.service, /lib/systemd/system/ssh.service",
        "/etc/systemd/system/multi-user.target.wants/other.service, /lib/systemd/system/ssh.service",
        "/etc/systemd/system/other.service, /lib/systemd/system/ssh.service",
        "/etc/systemd/system/timers.target.wants/idle.timer, /lib/systemd/system/idle.timer",
        "/etc/systemd/system/ssh.service, /dev/null",
        "/etc/rc2.d/S01cron, ../init.d/ssh",
        "/etc/rc2.d/x, ../init.d/ssh"
    })
    void linkThatNothingAsksForStaysUnexplained(String link, String target) throws IOException {
        assertUnexplainedLink(link, target);
    }

    @Test
    void linkToAUnitThatNoPackageOwnsStaysUnexplained() throws IOException {
        FakeTree tree = tree().file("/etc/systemd/system/evil.service", "[Install]\nWantedBy=multi-user.target\n")
                .symlink("/etc/systemd/system/multi-user.target.wants/evil.service", "/etc/systemd/system/evil.service")
                .build();
        assertThat(explained(scan(tree), plugin()))
                .doesNotContain(
                        "/etc/systemd/system/evil.service", "/etc/systemd/system/multi-user.target.wants/evil.service");
    }

    @Test
    void maskIsExplainedIfItIsOnRecord() throws IOException {
        FakeTree tree = tree().symlink("/etc/systemd/system/old.service", "/dev/null")
                .file(STATE + "helper-masked/old.service", "")
                .build();
        assertThat(explained(scan(tree), plugin())).contains("/etc/systemd/system/old.service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/var/lib/systemd/deb-systemd-helper-enabled/other.service.dsh-also | /etc/systemd/system/other.service",
                "/var/lib/systemd/deb-systemd-helper-enabled/ssh.service.dsh-also | /tmp/x",
                "/var/lib/systemd/deb-systemd-helper-enabled/sshd.service | x",
                "/var/lib/systemd/timers/stamp-idle.timer | x",
                "/etc/init.d/.depend.start | ssh: evil",
                "/etc/init.d/.depend.start | $(shell x)"
            })
    void otherContentStaysUnexplained(String path, String content) throws IOException {
        assertUnexplained(path, content + "\n");
    }

    @Test
    void whatStartedTheServiceOfARemovedPackageIsExplained() throws IOException {
        assertThat(explained(scan(removed().build()), plugin())).contains(LEFT);
    }

    @Test
    void nothingIsLeftOfAPackageThatIsNotOnRecord() throws IOException {
        assertThat(explained(scan(removed().file(Installations.STATUS, "").build()), plugin()))
                .doesNotContain(LEFT);
    }

    @Test
    void linkToAnEditedScriptOfARemovedPackageStaysUnexplained() throws IOException {
        FakeTree tree = removed().file("/etc/init.d/old", "edited").build();
        assertThat(explained(scan(tree), plugin())).doesNotContain("/etc/rc2.d/S01old");
    }

    @Test
    void danglingLinkThatIsNotOnRecordStaysUnexplained() throws IOException {
        FakeTree tree = removed()
                .symlink("/etc/systemd/system/basic.target.wants/old.service", OLD)
                .build();
        assertThat(explained(scan(tree), plugin()))
                .doesNotContain("/etc/systemd/system/basic.target.wants/old.service");
    }

    private FakeTreeBuilder removed() {
        String conffile = "Conffiles:\n /etc/init.d/old " + Installations.md5("script") + "\n";
        return tree().file(Installations.STATUS, "Package: old\nStatus: deinstall ok config-files\n" + conffile)
                .file("/etc/init.d/old", "script")
                .symlink("/etc/rc2.d/S01old", "../init.d/old")
                .symlink("/etc/systemd/system/multi-user.target.wants/old.service", OLD)
                .file(
                        STATE + "helper-enabled/old.service.dsh-also",
                        "/etc/systemd/system/multi-user.target.wants/old.service\n")
                .file(STATE + "helper-enabled/multi-user.target.wants/old.service", "");
    }

    private static final String OLD = "/lib/systemd/system/old.service";
    private static final String[] LEFT = {
        "/etc/rc2.d/S01old",
        "/etc/systemd/system/multi-user.target.wants/old.service",
        "/var/lib/systemd/deb-systemd-helper-enabled/old.service.dsh-also",
        "/var/lib/systemd/deb-systemd-helper-enabled/multi-user.target.wants/old.service"
    };
    private static final String SYSTEM = "/usr/lib/systemd/system/";
    private static final String STATE = "/var/lib/systemd/deb-systemd-";
}

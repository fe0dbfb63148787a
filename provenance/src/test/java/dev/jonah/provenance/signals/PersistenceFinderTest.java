package dev.jonah.provenance.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import dev.jonah.testkit.SignalFinderContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersistenceFinderTest extends SignalFinderContract {
    @Override
    protected SignalFinder plugin() {
        return new PersistenceFinder();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/etc/apt/keyrings/x.gpg", "x")
                .file("/etc/apt/sources.list.d/x.list", "x")
                .file("/etc/cron.d/x", "x")
                .file("/etc/init.d/x", "x")
                .file("/etc/ld.so.conf.d/x.conf", "x")
                .file("/etc/ld.so.preload", "x")
                .file("/etc/pam.d/sshd", "x")
                .file("/etc/profile.d/x.sh", "x")
                .file("/etc/sudoers.d/x", "x")
                .file("/etc/systemd/system/x.service", "x")
                .file("/root/.ssh/authorized_keys", "x")
                .file("/usr/lib/python3/dist-packages/x.pth", "/opt\nimport os\n")
                .file("/usr/lib/python3/sitecustomize.py", "x")
                .file("/usr/lib/x86_64-linux-gnu/libnss_x.so.2", "x")
                .file("/usr/lib/x86_64-linux-gnu/security/pam_x.so", "x")
                .build();
    }

    @Override
    protected List<String> expected() {
        return List.of(
                "/etc/apt/keyrings/x.gpg package-key",
                "/etc/apt/sources.list.d/x.list package-source",
                "/etc/cron.d/x cron-job",
                "/etc/init.d/x init-script",
                "/etc/ld.so.conf.d/x.conf loader-path",
                "/etc/ld.so.preload preload",
                "/etc/pam.d/sshd pam-configuration",
                "/etc/profile.d/x.sh login-script",
                "/etc/sudoers.d/x sudo-rule",
                "/etc/systemd/system/x.service service-unit",
                "/root/.ssh/authorized_keys authorized-keys",
                "/usr/lib/python3/dist-packages/x.pth python-startup",
                "/usr/lib/python3/sitecustomize.py python-startup",
                "/usr/lib/x86_64-linux-gnu/libnss_x.so.2 name-service-module",
                "/usr/lib/x86_64-linux-gnu/security/pam_x.so pam-module");
    }

    @Test
    void whatIsAccountedForOrIdleIsNone() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/etc/environment", "")
                .file("/etc/pam.d/common-auth", "x")
                .file("/etc/profile", "x")
                .symlink("/etc/systemd/system/timers.target.wants/apt.timer", "/usr/lib/systemd/system/apt.timer")
                .file("/etc/crontab.txt", "x")
                .file("/usr/lib/systemd/system/apt.timer", "x")
                .file("/venv/lib/site-packages/_virtualenv.pth", "import _virtualenv")
                .file("/venv/lib/site-packages/easy-install.pth", "/opt/important\n./imported\n")
                .build();
        assertThat(Scans.signals(tree)
                        .withVerdict("/etc/pam.d/common-auth", Verdict.DERIVED)
                        .withVerdict("/etc/profile", Verdict.COPY)
                        .withVerdict("/usr/lib/systemd/system/apt.timer", Verdict.VERIFIED)
                        .find(plugin()))
                .isEmpty();
    }
}

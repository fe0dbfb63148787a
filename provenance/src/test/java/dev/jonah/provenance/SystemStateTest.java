package dev.jonah.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemStateTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new SystemState();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/etc/.pwd.lock", "")
                .file(
                        "/etc/.updated",
                        "# This file was created by systemd-update-done.\nTIMESTAMP_NSEC=1720000000000000000\n")
                .file("/etc/adjtime", "0.0 0 0.0\n0\nUTC\n")
                .file("/etc/fstab", "# UNCONFIGURED FSTAB FOR BASE SYSTEM\n")
                .file("/etc/locale.conf", "LANG=\"C.UTF-8\"\n")
                .file("/etc/machine-id", "")
                .file("/etc/timezone", "Europe/Paris\n")
                .file("/run/crond.pid", "17\n")
                .file("/usr/share/zoneinfo/Europe/Paris", "TZif2")
                .file("/var/lib/dbus/machine-id", "0123456789abcdef0123456789abcdef\n")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Installed.owning(tree, "/usr/share/zoneinfo/Europe/Paris");
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path() + " " + e.verdict())
                .containsExactly(
                        "/etc/.pwd.lock TRANSIENT",
                        "/etc/.updated DERIVED",
                        "/etc/adjtime DERIVED",
                        "/etc/fstab DERIVED",
                        "/etc/locale.conf DERIVED",
                        "/etc/machine-id DERIVED",
                        "/etc/timezone DERIVED",
                        "/run/crond.pid TRANSIENT",
                        "/var/lib/dbus/machine-id DERIVED");
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/machine-id,      reboot",
        "/etc/.pwd.lock,       text",
        "/etc/.updated,        reboot",
        "/etc/fstab,           /dev/sda1 / ext4 suid 0 1",
        "/etc/locale.conf,     LANG=$(reboot)",
        "/etc/locale.conf,     LD_PRELOAD=/tmp/x.so",
        "/etc/timezone,        Europe/Planted",
        "/etc/timezone,        ../../../etc/shadow",
        "/etc/adjtime,         reboot",
        "/run/crond.pid,       reboot",
        "/run/x.sh,            17",
        "/tmp/run.lock,        text"
    })
    void otherContentStaysUnexplained(String path, String content) throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/usr/share/zoneinfo/Europe/Planted", "TZif2")
                .file(path, content)
                .build();

        assertThat(Installed.ruleFor(path, plugin(), scan(tree))).isEqualTo("nothing");
    }
}

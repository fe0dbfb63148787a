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
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunlevelsTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new Runlevels();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/etc/init.d/sshd", "#!/sbin/openrc-run\n")
                .file("/etc/init.d/planted", "#!/sbin/openrc-run\n")
                .symlink("/etc/runlevels/default/sshd", "/etc/init.d/sshd")
                .symlink("/etc/runlevels/default/planted", "/etc/init.d/planted")
                .symlink("/etc/runlevels/default/other-name", "/etc/init.d/sshd")
                .file("/etc/runlevels/boot/file", "#!/sbin/openrc-run\n")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree)
                .withPackage(owning("openrc"))
                .withPackage(owning("openssh-server", "/etc/init.d/sshd"));
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).extracting(e -> e.path().toString()).containsExactly("/etc/runlevels/default/sshd");
    }

    @Test
    void withoutOpenrcNothingIsExplained() throws IOException {
        ExplainerScan scan = Scans.explainer(fixture()).withPackage(owning("openssh-server", "/etc/init.d/sshd"));
        assertThat(explained(scan, plugin())).isEmpty();
    }
}

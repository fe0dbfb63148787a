package dev.jonah.sysdb.debian.explain;

import static dev.jonah.sysdb.debian.explain.Installations.explained;
import static dev.jonah.sysdb.debian.explain.Installations.md5;
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

class UcfTest extends PlantedFilesContract {
    @Override
    protected Explainer plugin() {
        return new Ucf();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file("/etc/ssh/sshd_config", "Port 22\n")
                .file("/etc/edited.conf", "edited\n")
                .file(
                        "/var/lib/ucf/hashfile",
                        md5("Port 22\n") + "  /etc/ssh/sshd_config\n" + md5("shipped\n") + "  /etc/edited.conf\n")
                .file("/var/lib/ucf/hashfile.0", "")
                .file(
                        "/var/lib/ucf/registry",
                        "openssh-server \t /etc/ssh/sshd_config\nopenssh-server \t /etc/edited.conf\n")
                .file("/var/lib/ucf/cache/:etc:ssh:sshd_config", "Port 22\n");
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(owning("ucf"), owning("openssh-server"));
    }

    @Override
    List<String> expected() {
        return List.of(
                "DERIVED /etc/ssh/sshd_config",
                "TRANSIENT /var/lib/ucf/cache/:etc:ssh:sshd_config",
                "TRANSIENT /var/lib/ucf/hashfile",
                "TRANSIENT /var/lib/ucf/hashfile.0",
                "TRANSIENT /var/lib/ucf/registry");
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/ssh/sshd_config, PermitRootLogin yes",
        "/var/lib/ucf/cache/:etc:ssh:sshd_config, PermitRootLogin yes",
        "/var/lib/ucf/cache/:etc:other, Port 22",
        "/var/lib/ucf/hashfile.1, x",
        "/var/lib/ucf/registry.1, /etc/x",
        "/var/lib/ucf/payload, x"
    })
    void otherContentStaysUnexplained(String path, String content) throws IOException {
        assertUnexplained(path, content + "\n");
    }

    @Test
    void configurationOfAPackageThatIsNotInstalledStaysUnexplained() throws IOException {
        FakeTree tree = tree().file("/var/lib/ucf/registry", "other /etc/ssh/sshd_config\n")
                .build();
        assertThat(explained(scan(tree), plugin())).doesNotContain("/etc/ssh/sshd_config");
    }
}

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

class StandardLinksTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new StandardLinks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .directory("/usr/bin")
                .symlink("/bin", "usr/bin")
                .symlink("/sbin", "/usr/sbin")
                .symlink("/var/run", "../run")
                .symlink("/etc/mtab", "../proc/self/mounts")
                .file("/usr/share/zoneinfo/Europe/Paris", "TZif2")
                .symlink("/etc/localtime", "../usr/share/zoneinfo/Europe/Paris")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Installed.owning(tree, "/usr/share/zoneinfo/Europe/Paris");
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path() + " " + e.evidence().rule())
                .containsExactly(
                        "/bin hierarchy.link",
                        "/etc/localtime hierarchy.link",
                        "/etc/mtab hierarchy.link",
                        "/sbin hierarchy.link",
                        "/var/run hierarchy.link");
    }

    @ParameterizedTest
    @CsvSource({
        "/bin,            tmp/bin",
        "/lib,            usr/lib64",
        "/var/run,        /tmp",
        "/etc/mtab,       /tmp/mounts",
        "/etc/localtime,  /tmp/zone",
        "/etc/localtime,  /usr/share/zoneinfo/planted",
        "/etc/localtime,  /usr/share/zoneinfo/../../../etc/shadow",
        "/srv/bin,        /usr/bin"
    })
    void otherTargetsAndPlacesStayUnexplained(String link, String target) throws IOException {
        FakeTree tree = FakeTree.builder()
                .symlink(link, target)
                .file("/usr/share/zoneinfo/planted", "TZif2")
                .build();

        assertThat(Installed.ruleFor(link, plugin(), scan(tree))).isEqualTo("nothing");
    }
}

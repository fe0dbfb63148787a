package dev.jonah.sysdb.debian.explain;

import static dev.jonah.sysdb.debian.explain.Installations.STATUS;
import static dev.jonah.sysdb.debian.explain.Installations.configuring;
import static dev.jonah.sysdb.debian.explain.Installations.shipping;

import dev.jonah.ledger.Explainer;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptConfigurationTest extends PlantedFilesContract {
    @Override
    protected Explainer plugin() {
        return new KeptConfiguration();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file(STATUS, "")
                .file("/etc/a.conf", "one\ntwo\nthree\nfour\nmine\n")
                .file("/etc/a.conf.dpkg-dist", SHIPPED)
                .file("/etc/a.conf.dpkg-old", "one\ntwo\nthree\nfour\n")
                .file("/usr/bin/tool", "one\n");
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(
                configuring("a", "/etc/a.conf", SHIPPED),
                configuring("b", "/etc/a.conf", SHIPPED),
                shipping("c", "/usr/bin/tool", "one\n"));
    }

    @Override
    List<String> expected() {
        return List.of("DERIVED /etc/a.conf.dpkg-dist", "DERIVED /etc/a.conf.dpkg-old");
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/a.conf.dpkg-dist, one",
        "/etc/a.conf.dpkg-new, other",
        "/etc/a.conf.dpkg-old, other",
        "/etc/b.conf.dpkg-dist, shipped",
        "/usr/bin/tool.dpkg-old, one",
        "/etc/b.conf.dpkg-old, one"
    })
    void otherContentStaysUnexplained(String path, String content) throws IOException {
        assertUnexplained(path, content + "\n");
    }

    private static final String SHIPPED = "shipped\n";
}

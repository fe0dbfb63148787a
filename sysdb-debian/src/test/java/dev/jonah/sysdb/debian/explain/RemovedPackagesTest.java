package dev.jonah.sysdb.debian.explain;

import static dev.jonah.sysdb.debian.explain.Installations.STATUS;
import static dev.jonah.sysdb.debian.explain.Installations.md5;
import static dev.jonah.sysdb.debian.explain.Installations.owning;

import dev.jonah.ledger.Explainer;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovedPackagesTest extends PlantedFilesContract {
    @Override
    protected Explainer plugin() {
        return new RemovedPackages();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file(STATUS, """
                        Package: old
                        Status: deinstall ok config-files
                        Architecture: amd64
                        Conffiles:
                         /etc/old.conf %s
                         /etc/edited.conf %s

                        Package: base
                        Status: install ok installed
                        Architecture: amd64
                        """.formatted(md5("old\n"), md5("shipped\n")))
                .file("/etc/old.conf", "old\n")
                .file("/etc/edited.conf", "edited\n")
                .file("/var/lib/dpkg/info/old.list", "/.\n/etc\n/etc/old.conf\n")
                .file("/var/lib/dpkg/info/old.postrm", "#!/bin/sh\nset -e\n")
                .mode("/var/lib/dpkg/info/old.postrm", 0755);
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(owning("base"));
    }

    @Override
    List<String> expected() {
        return List.of("IDENTIFIED /etc/old.conf", "IDENTIFIED /var/lib/dpkg/info/old.list");
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/old.conf, other",
        "/var/lib/dpkg/info/old.list, rm -rf",
        "/var/lib/dpkg/info/old.postrm, #!/bin/sh",
        "/var/lib/dpkg/info/other.postrm, #!/bin/sh"
    })
    void otherContentStaysUnexplained(String path, String content) throws IOException {
        assertUnexplained(path, content + "\n");
    }
}

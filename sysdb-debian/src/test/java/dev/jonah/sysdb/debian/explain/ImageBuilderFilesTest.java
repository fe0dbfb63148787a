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
import org.junit.jupiter.params.provider.ValueSource;

class ImageBuilderFilesTest extends PlantedFilesContract {
    @Override
    protected Explainer plugin() {
        return new ImageBuilderFiles();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file("/usr/share/keyrings/debian-archive-keyring.gpg", "key")
                .file(
                        "/etc/apt/sources.list",
                        "# x\ndeb http://deb.debian.org/debian bookworm main non-free-firmware\ndeb-src [arch=amd64 signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] https://snapshot.debian.org/archive/debian/20250101T000000Z/ bookworm-updates main # y\n")
                .file(
                        "/etc/apt/sources.list.d/debian.sources",
                        "Types: deb\n# http://snapshot\nURIs: http://deb.debian.org/debian\nSuites: bookworm bookworm-updates\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n")
                .file("/etc/apt/sources.list.d/build.sources", "")
                .mode("/etc/apt/sources.list.d/build.sources", 0755)
                .file(
                        "/etc/dpkg/dpkg.cfg.d/docker",
                        "# x\npath-exclude /usr/share/man/*\npath-include=/usr/share/doc/*/copyright\n")
                .file("/etc/dpkg/dpkg.cfg.d/docker-apt-speedup", "force-unsafe-io\n")
                .file(
                        "/etc/apt/apt.conf.d/docker-clean",
                        "# x\nDPkg::Post-Invoke { \"rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true\"; };\nAPT::Update::Post-Invoke { \"rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true\"; };\n\nDir::Cache::pkgcache \"\";\nDir::Cache::srcpkgcache \"\";\n")
                .file("/etc/apt/apt.conf.d/docker-gzip-indexes", "Acquire::GzipIndexes \"true\";\n")
                .file("/etc/apt/apt.conf.d/docker-no-languages", "Acquire::Languages \"none\";\n")
                .file(
                        "/etc/apt/apt.conf.d/docker-autoremove-suggests",
                        "Apt::AutoRemove::SuggestsImportant \"false\";\n")
                .file("/usr/sbin/policy-rc.d", "#!/bin/sh\n\n# For most Docker users\nexit 101\n")
                .mode("/usr/sbin/policy-rc.d", 0755)
                .file("/usr/bin/true", "true")
                .symlink("/sbin", "usr/sbin")
                .symlink("/bin", "usr/bin")
                .symlink("/usr/sbin/initctl", "/bin/true")
                .file("/var/lib/dpkg/diversions", "/sbin/initctl\n/sbin/initctl.distrib\n:\n")
                .file("/var/log/bootstrap.log", "gpgv: Signature made\nSetting up base-files\n");
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(
                owning("apt"),
                owning("dpkg"),
                owning("base-files", "/sbin", "/bin"),
                owning("coreutils", "/usr/bin/true"),
                owning("debian-archive-keyring", "/usr/share/keyrings/debian-archive-keyring.gpg"));
    }

    @Override
    List<String> expected() {
        return List.of(
                "DERIVED /etc/apt/apt.conf.d/docker-autoremove-suggests",
                "DERIVED /etc/apt/apt.conf.d/docker-clean",
                "DERIVED /etc/apt/apt.conf.d/docker-gzip-indexes",
                "DERIVED /etc/apt/apt.conf.d/docker-no-languages",
                "DERIVED /etc/apt/sources.list",
                "DERIVED /etc/apt/sources.list.d/build.sources",
                "DERIVED /etc/apt/sources.list.d/debian.sources",
                "DERIVED /etc/dpkg/dpkg.cfg.d/docker",
                "DERIVED /etc/dpkg/dpkg.cfg.d/docker-apt-speedup",
                "DERIVED /usr/sbin/initctl",
                "DERIVED /usr/sbin/policy-rc.d",
                "TRANSIENT /var/log/bootstrap.log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deb http://evil.example/debian bookworm main",
                "deb http://debian.org.evil.example/debian bookworm main",
                "deb [trusted=yes] http://deb.debian.org/debian bookworm main",
                "deb [allow-insecure=yes] http://deb.debian.org/debian bookworm main",
                "deb [signed-by=/etc/apt/keyrings/evil.gpg] http://deb.debian.org/debian bookworm main",
                "deb file:/tmp/repository ./",
                "evil"
            })
    void sourceThatIsNotTheDistributionsStaysUnexplained(String line) throws IOException {
        assertUnexplained("/etc/apt/sources.list", line + "\n");
        assertUnexplained("/etc/apt/sources.list.d/evil.list", line + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "URIs: http://evil.example/debian",
                "Trusted: yes\nURIs: http://deb.debian.org/debian",
                "Allow-Insecure: yes\nURIs: http://deb.debian.org/debian",
                "Types: deb"
            })
    void stanzaThatIsNotTheDistributionsStaysUnexplained(String stanza) throws IOException {
        assertUnexplained("/etc/apt/sources.list.d/debian.sources", stanza + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/etc/apt/apt.conf.d/docker-clean | DPkg::Post-Invoke { \"curl evil\"; };",
                "/etc/apt/apt.conf.d/evil | APT::Get::AllowUnauthenticated \"true\";",
                "/etc/apt/apt.conf.d/evil | Acquire::Languages \"none\"; APT::Get::AllowUnauthenticated \"true\";",
                "/etc/dpkg/dpkg.cfg.d/evil | post-invoke=/tmp/evil",
                "/usr/sbin/policy-rc.d | exit 0",
                "/usr/sbin/policy-rc.d | evil; exit 101",
                "/etc/apt/apt.conf.d/empty | #"
            })
    void otherContentStaysUnexplained(String path, String content) throws IOException {
        assertUnexplained(path, content + "\n");
    }

    @Test
    void linkInPlaceOfAProgramThatIsNotDivertedStaysUnexplained() throws IOException {
        FakeTree tree = tree().file("/var/lib/dpkg/diversions", "").build();
        assertThat(explained(scan(tree), plugin())).doesNotContain("/usr/sbin/initctl");
    }
}

package dev.jonah.sysdb.debian.explain;

import static dev.jonah.sysdb.debian.explain.Installations.gzip;
import static dev.jonah.sysdb.debian.explain.Installations.owning;

import dev.jonah.ledger.Explainer;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DpkgStateTest extends PlantedFilesContract {
    private static final String STANZA = "Package: dpkg\nStatus: install ok installed\nVersion: 1\n\n";

    @Override
    protected Explainer plugin() {
        return new DpkgState();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file("/var/lib/dpkg/status", STANZA)
                .file("/var/lib/dpkg/status-old", STANZA)
                .file("/var/lib/dpkg/available", "Package: x\nVersion: 1\n")
                .file("/var/lib/dpkg/updates/0001", STANZA)
                .file("/var/lib/dpkg/diversions", "/bin/sh\n/bin/sh.distrib\ndash\n")
                .file("/var/lib/dpkg/diversions-old", "")
                .file("/var/lib/dpkg/statoverride", "root #5 2755 /usr/bin/crontab x\n")
                .file("/var/lib/dpkg/arch", "amd64\ni386\n")
                .file("/var/lib/dpkg/arch-native", "amd64\n")
                .file("/var/lib/dpkg/lock", "")
                .file("/var/lib/dpkg/lock-frontend", "")
                .file("/var/lib/dpkg/info/format", "1\n")
                .file("/var/lib/dpkg/cmethopt", "apt apt\n")
                .file("/var/lib/dpkg/triggers/Lock", "")
                .file("/var/lib/dpkg/triggers/Unincorp", "ldconfig - libc-bin\n")
                .file("/var/lib/dpkg/triggers/File", "/usr/share/a b dpkg/noawait\n/usr/lib libc6:amd64\n")
                .file("/var/lib/dpkg/triggers/ldconfig", "libc6:amd64/noawait\n")
                .file("/var/backups/dpkg.status.0", STANZA)
                .file("/var/backups/dpkg.status.1.gz", gzip(STANZA))
                .file("/var/backups/dpkg.diversions.1.gz", gzip("/a\n/b\nx\n"))
                .file("/var/log/dpkg.log", "2026-01-02 03:04:05 status installed dpkg:amd64 1\n")
                .file("/var/log/alternatives.log.1", "update-alternatives 2026-01-02 03:04:05: run with --install\n");
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(owning("dpkg"), owning("libc6"));
    }

    @Override
    List<String> expected() {
        return tree().build().files().map(file -> "TRANSIENT " + file.path()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/var/lib/dpkg/status | Version: 1",
                "/var/lib/dpkg/status | not a field",
                "/var/lib/dpkg/diversions | /bin/sh",
                "/var/lib/dpkg/statoverride | root root 9999 /x",
                "/var/lib/dpkg/arch | rm -rf /",
                "/var/lib/dpkg/lock | x",
                "/var/lib/dpkg/info/format | 2",
                "/var/lib/dpkg/triggers/File | /usr/lib other",
                "/var/lib/dpkg/triggers/File | relative dpkg",
                "/var/lib/dpkg/triggers/other | other",
                "/var/lib/dpkg/triggers/empty | ''",
                "/var/log/dpkg.log | hello",
                "/var/lib/dpkg/payload | Package: x"
            })
    void otherContentStaysUnexplained(String path, String content) throws IOException {
        assertUnexplained(path, content + (content.isEmpty() ? "" : "\n"));
    }

    @Test
    void rubbishThatIsCompressedStaysUnexplained() throws IOException {
        assertUnexplained(
                "/var/backups/dpkg.status.2.gz",
                new String(gzip("rubbish"), java.nio.charset.StandardCharsets.ISO_8859_1));
    }
}

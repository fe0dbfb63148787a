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

class AptStateTest extends PlantedFilesContract {
    @Override
    protected Explainer plugin() {
        return new AptState();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file("/var/lib/apt/extended_states", "Package: a\nArchitecture: amd64\nAuto-Installed: 1\n\n")
                .file("/var/backups/apt.extended_states.1.gz", gzip("Package: a\nArchitecture: all\n\n"))
                .file("/var/lib/apt/lists/lock", "")
                .file("/var/lib/apt/periodic/update-stamp", "")
                .file("/var/cache/apt/archives/lock", "")
                .file("/var/cache/apt/pkgcache.bin", bytes("\u00dc\u0076\u00fe\u0098\1\0"))
                .file("/var/cache/apt/archives/ab_1%3a2-3_amd64.deb", DEB)
                .file("/var/log/apt/history.log", "\nStart-Date: 2026-01-02  03:04:05\nCommandline: apt install a\n")
                .file("/var/log/apt/term.log", "\nLog started: 2026-01-02  03:04:05\nSetting up a ...\r\n")
                .file("/var/log/apt/eipp.log.xz", bytes("\u00fd7zXZ\0more"));
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(owning("apt"), owning("dpkg"));
    }

    @Override
    List<String> expected() {
        return tree().build().files().map(file -> "TRANSIENT " + file.path()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/var/lib/apt/extended_states | Package: a",
                "/var/lib/apt/extended_states | Run: a",
                "/var/lib/apt/periodic/update-stamp | x",
                "/var/cache/apt/srcpkgcache.bin | x",
                "/var/cache/apt/archives/b_1_amd64.deb | x",
                "/var/log/apt/history.log | x",
                "/var/log/apt/term.log | no log",
                "/var/lib/apt/other | ''"
            })
    void otherContentStaysUnexplained(String path, String content) throws IOException {
        assertUnexplained(path, content);
    }

    @Test
    void archiveUnderANameThatAptDoesNotGiveStaysUnexplained() throws IOException {
        assertUnexplained("/var/cache/apt/archives/tool.deb", DEB);
    }

    private static final String DEB = "!<arch>\n" + header("debian-binary") + "2.0\n" + header("control.tar.xz") + "x";

    private static String header(String name) {
        return name + " ".repeat(58 - name.length()) + "`\n";
    }
}

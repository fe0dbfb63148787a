package dev.jonah.provenance.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.packages.PackageFile;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import dev.jonah.testkit.SignalFinderContract;
import dev.jonah.testkit.SignalScan;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivilegeFinderTest extends SignalFinderContract {
    @Override
    protected SignalFinder plugin() {
        return new PrivilegeFinder();
    }

    private static PackageFile.Builder promise(String path) {
        return PackageFile.at(ImagePath.of(path), "test.list");
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/a/caps", "x")
                .attribute("/a/caps", "security.capability", RawText.of("x"))
                .block("/a/disk", 8, 0)
                .file("/a/gid", "x")
                .mode("/a/gid", 02755)
                .file("/a/open", "x")
                .mode("/a/open", 0666)
                .file("/a/uid", "x")
                .mode("/a/uid", 04755)
                .character("/dev/null", 1, 3)
                .file("/etc/shadow", "x")
                .mode("/etc/shadow", 0644)
                .file("/usr/bin/find", "x")
                .mode("/usr/bin/find", 04755)
                .build();
    }

    @Override
    protected SignalScan scan(FileTree tree) {
        return Scans.signals(tree).withOwned(promise("/usr/bin/find").build());
    }

    @Override
    protected List<String> expected() {
        return List.of(
                "/a/caps capabilities",
                "/a/disk device-outside-dev",
                "/a/gid setgid",
                "/a/open world-writable",
                "/a/uid setuid",
                "/dev/null device",
                "/etc/shadow shadow-readable",
                "/usr/bin/find set-id-unusual");
    }

    @Test
    void whatPackagesGiveTheirProgramsIsNone() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/etc/shadow", "x")
                .mode("/etc/shadow", 0640)
                .file("/usr/bin/find", "x")
                .mode("/usr/bin/find", 04755)
                .file("/usr/bin/sudo", "x")
                .mode("/usr/bin/sudo", 04755)
                .symlink("/usr/bin/link", "sudo")
                .build();
        SignalScan scan = Scans.signals(tree)
                .withOwned(promise("/usr/bin/find").mode(04755).build())
                .withOwned(promise("/usr/bin/sudo").build());
        assertThat(scan.find(plugin())).isEmpty();
    }
}

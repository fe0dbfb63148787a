package dev.jonah.provenance.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import dev.jonah.testkit.SignalFinderContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameFinderTest extends SignalFinderContract {
    @Override
    protected SignalFinder plugin() {
        return new NameFinder();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/a/... ", "x")
                .file("/a/photo.JPG.sh", "x")
                .file("/a/sshd ", "x")
                .file("/a/x\ty", "x")
                .file("/b/.../x", "x")
                .file("/c/pass\u200bwd", "x")
                .file("/d/gpj.\u202eexe", "x")
                .build();
    }

    @Override
    protected List<String> expected() {
        return List.of(
                "/a/...  misleading-name",
                "/a/photo.JPG.sh double-extension",
                "/a/sshd  blank-at-end",
                "/a/x\ty misleading-name",
                "/b/.../x misleading-name",
                "/c/pass\u200bwd misleading-name",
                "/d/gpj.\u202eexe misleading-name");
    }

    @Test
    void ordinaryNamesAreNone() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/a/[...slug].js", "x")
                .file("/a/a b.txt", "x")
                .file("/a/archive.tar.gz", "x")
                .file("/a/jquery.min.js", "x")
                .file("/a/report.pdf", "x")
                .file("/a/\u0646\u0645\u0627\u06cc\u200c\u0633\u062a", "x")
                .file("/a/..hidden", "x")
                .build();
        assertThat(Scans.signals(tree).find(plugin())).isEmpty();
    }
}

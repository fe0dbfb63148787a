package dev.jonah.provenance.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import dev.jonah.testkit.SignalFinderContract;
import dev.jonah.testkit.SignalScan;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandFinderTest extends SignalFinderContract {
    @Override
    protected SignalFinder plugin() {
        return new CommandFinder();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/opt/kdevtmpfsi", Programs.elf())
                .file("/opt/systemd-udevb", Programs.elf())
                .file("/usr/bin/1s", Programs.elf())
                .file("/usr/bin/ls", Programs.elf())
                .file("/usr/local/bin/ls", Programs.elf())
                .file("/usr/local/bin/p\u0455", Programs.elf())
                .file("/usr/bin/ps", Programs.elf())
                .build();
    }

    @Override
    protected SignalScan scan(FileTree tree) {
        return Scans.signals(tree)
                .withVerdict("/usr/bin/ls", Verdict.VERIFIED)
                .withVerdict("/usr/bin/ps", Verdict.VERIFIED);
    }

    @Override
    protected List<String> expected() {
        return List.of(
                "/opt/kdevtmpfsi imitates-command",
                "/opt/systemd-udevb imitates-command",
                "/usr/bin/1s imitates-command",
                "/usr/local/bin/ls shadows-command",
                "/usr/local/bin/p\u0455 imitates-command");
    }

    @Test
    void otherCommandsAreNone() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/bin/[", Programs.elf())
                .file("/opt/data/ls", "text")
                .file("/opt/pages/[slug]", "text")
                .file("/opt/tool/bin/ls", Programs.elf())
                .file("/usr/bin/ls", Programs.elf())
                .file("/usr/bin/systemd", Programs.elf())
                .symlink("/usr/local/bin/ls", "/usr/bin/ls")
                .file("/usr/bin/lsd", Programs.elf())
                .build();
        assertThat(Scans.signals(tree)
                        .withVerdict("/usr/bin/ls", Verdict.VERIFIED)
                        .find(plugin()))
                .isEmpty();
    }

    @Test
    void whatComesLaterInThePathShadowsNothing() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/sbin/ls", Programs.elf())
                .file("/usr/bin/ls", Programs.elf())
                .build();
        assertThat(Scans.signals(tree)
                        .withVerdict("/usr/bin/ls", Verdict.VERIFIED)
                        .find(plugin()))
                .isEmpty();
    }
}

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

class ProgramFinderTest extends SignalFinderContract {
    @Override
    protected SignalFinder plugin() {
        return new ProgramFinder();
    }

    @Override
    protected FakeTree fixture() {
        byte[] windows = new byte[128];
        windows[0] = 'M';
        windows[1] = 'Z';
        windows[60] = 64;
        windows[64] = 'P';
        windows[65] = 'E';
        return FakeTree.builder()
                .file("/a/Main.class", new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 61})
                .file("/a/copied", Programs.elf())
                .file("/a/elf", Programs.elf())
                .file("/a/fat", new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 2})
                .file("/a/mach", new byte[] {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe})
                .file("/a/module.wasm", new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0})
                .file("/a/modified", Programs.elf())
                .file("/a/run", "#!/bin/sh\n")
                .mode("/a/run", 0755)
                .file("/a/windows.exe", windows)
                .build();
    }

    @Override
    protected SignalScan scan(FileTree tree) {
        return Scans.signals(tree).withVerdict("/a/copied", Verdict.COPY).withVerdict("/a/modified", Verdict.MODIFIED);
    }

    @Override
    protected List<String> expected() {
        return List.of(
                "/a/Main.class java-class",
                "/a/copied elf",
                "/a/copied copy-of-program",
                "/a/elf elf",
                "/a/fat mach-o",
                "/a/mach mach-o",
                "/a/modified elf",
                "/a/modified modified-program",
                "/a/module.wasm wasm",
                "/a/run script",
                "/a/windows.exe pe");
    }

    @Test
    void textIsNoProgram() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/a", "MZ is how this text begins, and it goes on for a while, longer than any header of DOS is.")
                .file("/b", "#!/bin/sh\n")
                .file("/c", "#![feature(x)]\n")
                .mode("/c", 0755)
                .file("/d", "ELF")
                .build();
        assertThat(Scans.signals(tree).find(plugin())).isEmpty();
    }
}

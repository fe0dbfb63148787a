package dev.jonah.provenance.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import dev.jonah.testkit.SignalFinderContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterpreterFinderTest extends SignalFinderContract {
    @Override
    protected SignalFinder plugin() {
        return new InterpreterFinder();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/a", "#!/opt/perl -w\n")
                .mode("/a", 0755)
                .file("/b", "#!/usr/bin/env -S python3 -u\n")
                .mode("/b", 0755)
                .file("/c", Programs.elf(3, "/lib/ld-musl-x86_64.so.1", true, new byte[8]))
                .file("/usr/bin/env", "env")
                .build();
    }

    @Override
    protected List<String> expected() {
        return List.of("/a interpreter-absent", "/b interpreter-absent", "/c interpreter-absent");
    }

    @Test
    void whatIsThereIsFound() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/a", "#! /bin/sh\n")
                .mode("/a", 0755)
                .file("/b", "#!/usr/bin/env LANG=C node\n")
                .mode("/b", 0755)
                .file("/c", Programs.elf(3, "/lib64/ld.so", true, new byte[8]))
                .symlink("/bin", "usr/bin")
                .file("/usr/bin/sh", "sh")
                .file("/usr/bin/env", "env")
                .file("/usr/local/bin/node", "node")
                .symlink("/lib64", "lib")
                .file("/lib/ld.so", "ld")
                .build();
        assertThat(Scans.signals(tree).find(plugin())).isEmpty();
    }
}

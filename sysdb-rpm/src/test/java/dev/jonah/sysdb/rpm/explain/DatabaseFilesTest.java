package dev.jonah.sysdb.rpm.explain;

import static dev.jonah.sysdb.rpm.explain.Installed.explained;
import static dev.jonah.sysdb.rpm.explain.Installed.owning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseFilesTest extends ExplainerContract {
    private static byte[] hash(ByteOrder order) {
        return ByteBuffer.allocate(4096)
                .order(order)
                .putInt(12, 0x061561)
                .putInt(20, 4096)
                .array();
    }

    private static byte[] begins(String magic, int length) {
        return ByteBuffer.allocate(length)
                .put(magic.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    @Override
    protected Explainer plugin() {
        return new DatabaseFiles();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/var/lib/rpm/Packages", hash(ByteOrder.LITTLE_ENDIAN))
                .file("/var/lib/rpm/Name", hash(ByteOrder.BIG_ENDIAN))
                .file("/var/lib/rpm/.rpm.lock", "")
                .file(
                        "/var/lib/rpm/__db.001",
                        ByteBuffer.allocate(8192)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putInt(8, 0x120897)
                                .array())
                .file("/var/lib/rpm/__db.002", new byte[4096])
                .file("/var/lib/rpm/Packages.db", begins("RpmP", 64))
                .file("/var/lib/rpm/Index.db", begins("RpmX", 64))
                .file("/var/lib/rpm/rpmdb.sqlite", begins("SQLite format 3\0", 4096))
                .file("/var/lib/rpm/rpmdb.sqlite-wal", "")
                .file("/var/lib/rpm/rpmdb.sqlite-shm", new byte[32768])
                .symlink("/usr/lib/sysimage/rpm", "../../../var/lib/rpm")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree).withPackage(owning("/usr/bin/x"));
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).hasSize(11).allMatch(e -> e.evidence().rule().equals("rpm.database"));
    }

    @Test
    void plantedFilesOfTheseNamesStayUnexplained() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/var/lib/rpm/Packages", "#!/bin/sh\n")
                .file("/var/lib/rpm/Name", new byte[] {0x7f, 'E', 'L', 'F'})
                .file("/var/lib/rpm/.rpm.lock", "hidden")
                .file("/var/lib/rpm/__db.001", new byte[4096])
                .file("/var/lib/rpm/__db.002", new byte[4096])
                .file("/var/lib/rpm/rpmdb.sqlite-wal", "hidden")
                .file("/var/lib/rpm/rpmdb.sqlite-shm", new byte[100])
                .file("/var/lib/rpm/other", hash(ByteOrder.LITTLE_ENDIAN))
                .build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }

    @Test
    void programBesideTheRegionsStaysUnexplained() throws IOException {
        FakeTree tree =
                fixture().with(dev.jonah.value.ImagePath.of("/var/lib/rpm/__db.002"), begins("\u007fELF", 4096));
        assertThat(explained(scan(tree), plugin())).doesNotContain("/var/lib/rpm/__db.002");
    }

    @Test
    void databaseElsewhereStaysUnexplained() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/opt/Packages", hash(ByteOrder.LITTLE_ENDIAN))
                .symlink("/usr/share/rpm", "/opt")
                .build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }

    @Test
    void databaseThatCanBeRunStaysUnexplained() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/var/lib/rpm/Packages", hash(ByteOrder.LITTLE_ENDIAN))
                .mode("/var/lib/rpm/Packages", 0755)
                .build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }

    @Test
    void databaseWithoutPackagesIsExplainedWhereRpmLooksForIt() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/var/lib/rpm/rpmdb.sqlite", begins("SQLite format 3\0", 4096))
                .file("/var/lib/rpm/.rpm.lock", "")
                .file("/usr/share/rpm/.rpm.lock", "")
                .build();
        assertThat(explained(Scans.explainer(tree), plugin()))
                .containsExactly("/var/lib/rpm/.rpm.lock", "/var/lib/rpm/rpmdb.sqlite");
    }
}

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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildIdLinksTest extends ExplainerContract {
    private static final String LINK = "/usr/lib/.build-id/ab/cdef0123";

    /** A program with one segment of notes that holds this build id. */
    private static byte[] program(boolean wide, ByteOrder order, byte... id) {
        ByteBuffer out = ByteBuffer.allocate(256).order(order);
        out.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (wide ? 2 : 1), (byte) (order == ByteOrder.BIG_ENDIAN ? 2 : 1)
        });
        int table = 64;
        int notes = 160;
        if (wide) {
            out.putLong(32, table).putShort(54, (short) 56).putShort(56, (short) 1);
            out.putInt(table, 4).putLong(table + 8, notes).putLong(table + 32, 20 + id.length);
        } else {
            out.putInt(28, table).putShort(42, (short) 32).putShort(44, (short) 1);
            out.putInt(table, 4).putInt(table + 4, notes).putInt(table + 16, 20 + id.length);
        }
        out.position(notes);
        out.putInt(4)
                .putInt(id.length)
                .putInt(3)
                .put(new byte[] {'G', 'N', 'U', 0})
                .put(id);
        return out.array();
    }

    private static byte[] sample() {
        return program(true, ByteOrder.LITTLE_ENDIAN, (byte) 0xab, (byte) 0xcd, (byte) 0xef, (byte) 0x01, (byte) 0x23);
    }

    @Override
    protected Explainer plugin() {
        return new BuildIdLinks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/usr/bin/x", sample())
                .symlink(LINK, "../../../../usr/bin/x")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree).withPackage(owning("/usr/bin/x"));
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).extracting(e -> e.path() + " " + e.evidence().rule()).containsExactly(LINK + " rpm.build-id");
    }

    @Test
    void linkNamedAfterAnotherIdentityStaysUnexplained() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/usr/bin/x", sample())
                .symlink("/usr/lib/.build-id/ab/cdef0124", "/usr/bin/x")
                .build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }

    @Test
    void linkToAFileOfNobodyStaysUnexplained() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/opt/x", sample())
                .symlink(LINK, "/opt/x")
                .build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }

    @Test
    void fileInPlaceOfALinkStaysUnexplained() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/usr/bin/x", sample())
                .file(LINK, sample())
                .build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void bothWordLengthsAndByteOrdersAreRead(boolean wide, boolean big) throws IOException {
        byte[] program = program(
                wide, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, (byte) 0xab, (byte) 0xcd, (byte) 0xef);
        FakeTree tree = FakeTree.builder().file("/x", program).build();
        assertThat(BuildId.read(
                        tree.children(dev.jonah.value.ImagePath.ROOT).get(0).content()))
                .isEqualTo("abcdef");
    }
}

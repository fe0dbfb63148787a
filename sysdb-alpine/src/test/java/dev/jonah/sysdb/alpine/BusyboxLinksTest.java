package dev.jonah.sysdb.alpine;

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
import org.junit.jupiter.api.Test;

class BusyboxLinksTest extends ExplainerContract {
    private static final String BINARY =
            "\177ELF\0zz\0[\0[[\0acpid\0ash\0awk\0base64\0busybox\0cat\0chmod\0cp\0ls\0rm\0usage of things\0evil\0";

    @Override
    protected Explainer plugin() {
        return new BusyboxLinks();
    }

    @Override
    protected FakeTree fixture() {
        return root().file("/etc/busybox-paths.d/busybox", "bin/cat\nusr/bin/[\n")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree).withPackage(owning("busybox", "/bin/busybox", "/etc/busybox-paths.d/busybox"));
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(
                        e -> e.path() + " " + e.verdict() + " " + e.evidence().rule())
                .containsExactly(
                        "/bin/cat DERIVED apk.busybox-paths",
                        "/bin/ls DERIVED apk.busybox-applet",
                        "/usr/bin/[ DERIVED apk.busybox-paths");
    }

    @Test
    void linkThatNoListAndNoAppletIsNamedAfterStaysUnexplained() throws IOException {
        FakeTree tree = root().symlink("/bin/evil", "/bin/busybox")
                .symlink("/bin/zz", "/bin/busybox")
                .build();
        assertThat(explained(scan(tree), plugin())).doesNotContain("/bin/evil", "/bin/zz");
    }

    @Test
    void listThatSomebodyEditedIsNotBelieved() throws IOException {
        FakeTree tree = root().file("/etc/busybox-paths.d/busybox", "bin/evil\n")
                .symlink("/bin/evil", "/bin/busybox")
                .build();
        ExplainerScan edited = scan(tree).withVerdict("/etc/busybox-paths.d/busybox", Verdict.CONFIG_EDITED);
        assertThat(explained(edited, plugin())).doesNotContain("/bin/evil");
    }

    @Test
    void listThatNobodyOwnsIsNotBelieved() throws IOException {
        FakeTree tree = root().file("/etc/busybox-paths.d/planted", "bin/evil\n")
                .symlink("/bin/evil", "/bin/busybox")
                .build();
        assertThat(explained(scan(tree), plugin())).doesNotContain("/bin/evil");
    }

    @Test
    void listedPathThatLeadsElsewhereStaysUnexplained() throws IOException {
        FakeTree tree = root().file("/etc/busybox-paths.d/busybox", "bin/cat\n")
                .file("/tmp/busybox", "evil")
                .symlink("/bin/cat", "/tmp/busybox")
                .build();
        assertThat(explained(scan(tree), plugin())).doesNotContain("/bin/cat");
    }

    @Test
    void listedPathThatIsAFileStaysUnexplained() throws IOException {
        FakeTree tree = root().file("/etc/busybox-paths.d/busybox", "bin/cat\n")
                .file("/bin/cat", "evil")
                .build();
        assertThat(explained(scan(tree), plugin())).doesNotContain("/bin/cat");
    }

    @Test
    void modifiedBinaryHasNoSayInItsApplets() throws IOException {
        ExplainerScan modified = scan(root().build()).withVerdict("/bin/busybox", Verdict.MODIFIED);
        assertThat(explained(modified, plugin())).isEmpty();
    }

    @Test
    void listIsReadThroughMergedDirectories() throws IOException {
        FakeTree tree = FakeTree.builder()
                .symlink("/bin", "usr/bin")
                .file("/usr/bin/busybox", BINARY)
                .file("/etc/busybox-paths.d/busybox", "bin/own\n")
                .symlink("/usr/bin/own", "/bin/busybox")
                .build();
        assertThat(explained(scan(tree), plugin())).containsExactly("/usr/bin/own");
    }

    @Test
    void bbsuidServesTheWholePathsThatItHolds() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/bin/bbsuid", "\177ELF\0/bin/su\0/usr/bin/passwd\0/bin/bbsuid\0")
                .symlink("/bin/su", "/bin/bbsuid")
                .symlink("/usr/bin/su", "/bin/bbsuid")
                .build();
        ExplainerScan scan = Scans.explainer(tree).withPackage(owning("busybox-suid", "/bin/bbsuid"));
        assertThat(explained(scan, plugin())).containsExactly("/bin/su");
    }

    private static FakeTreeBuilder root() {
        return FakeTree.builder()
                .file("/bin/busybox", BINARY)
                .symlink("/bin/cat", "/bin/busybox")
                .symlink("/bin/ls", "busybox")
                .symlink("/usr/bin/[", "/bin/busybox");
    }
}

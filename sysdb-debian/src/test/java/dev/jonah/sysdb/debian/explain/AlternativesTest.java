package dev.jonah.sysdb.debian.explain;

import static dev.jonah.sysdb.debian.explain.Installations.explained;
import static dev.jonah.sysdb.debian.explain.Installations.owning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlternativesTest extends PlantedFilesContract {
    private static final String GROUP = "/var/lib/dpkg/alternatives/awk";
    private static final String HEAD = "auto\n/usr/bin/awk\nawk.1.gz\n/usr/share/man/man1/awk.1.gz\n\n";

    @Override
    protected Explainer plugin() {
        return new Alternatives();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .symlink("/bin", "usr/bin")
                .file("/usr/bin/mawk", "mawk")
                .file("/usr/bin/gawk", "gawk")
                .file("/usr/share/man/man1/mawk.1.gz", "page")
                .file(GROUP, HEAD + "/bin/gawk\n10\n\n/usr/bin/mawk\n5\n/usr/share/man/man1/mawk.1.gz\n\n")
                .symlink("/etc/alternatives/awk", "/usr/bin/mawk")
                .symlink("/etc/alternatives/awk.1.gz", "/usr/share/man/man1/mawk.1.gz")
                .symlink("/usr/bin/awk", "/etc/alternatives/awk")
                .symlink("/usr/share/man/man1/awk.1.gz", "../../../../etc/alternatives/awk.1.gz");
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(
                owning("dpkg"),
                owning("mawk", "/bin", "/usr/bin/mawk", "/usr/share/man/man1/mawk.1.gz"),
                owning("gawk", "/usr/bin/gawk"));
    }

    @Override
    List<String> expected() {
        return List.of(
                "TRANSIENT " + GROUP,
                "DERIVED /etc/alternatives/awk",
                "DERIVED /etc/alternatives/awk.1.gz",
                "DERIVED /usr/bin/awk",
                "DERIVED /usr/share/man/man1/awk.1.gz");
    }

    @Test
    void choiceThatNoPackageOwnsStaysUnexplainedWithItsGroup() throws IOException {
        FakeTree tree = tree().file("/usr/local/bin/awk", "planted")
                .file(GROUP, HEAD + "/usr/local/bin/awk\n99\n\n/usr/bin/mawk\n5\n\n\n")
                .without("/etc/alternatives/awk")
                .symlink("/etc/alternatives/awk", "/usr/local/bin/awk")
                .build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }

    @Test
    void databaseBehindALinkIsReadToo() throws IOException {
        FakeTree tree = tree().without(GROUP)
                .without("/var/lib/dpkg/alternatives")
                .without("/var/lib/dpkg")
                .symlink("/var/lib/dpkg", "/opt/dpkg")
                .file("/opt/dpkg/alternatives/awk", HEAD + "/usr/bin/mawk\n5\n\n\n")
                .build();
        assertThat(explained(scan(tree), plugin())).contains("/etc/alternatives/awk", "/usr/bin/awk");
    }

    @Test
    void groupWithMoreBehindItsEndStaysUnexplained() throws IOException {
        FakeTree tree =
                tree().file(GROUP, HEAD + "/usr/bin/mawk\n5\n\n\n\nevil\n").build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }

    @Test
    void choiceThatDiffersFromItsPackageStaysUnexplained() throws IOException {
        assertThat(explained(scan(fixture()).withVerdict("/usr/bin/mawk", Verdict.MODIFIED), plugin()))
                .doesNotContain("/etc/alternatives/awk", "/usr/bin/awk", GROUP);
    }

    @Test
    void linkToAPackagedFileThatIsNoChoiceStaysUnexplained() throws IOException {
        FakeTree tree = tree().file("/usr/bin/perl", "perl")
                .without("/etc/alternatives/awk")
                .symlink("/etc/alternatives/awk", "/usr/bin/perl")
                .build();
        assertThat(explained(scan(tree).withPackage(owning("perl", "/usr/bin/perl")), plugin()))
                .doesNotContain("/etc/alternatives/awk", "/usr/bin/awk");
    }

    @Test
    void publicLinkThatLeadsPastTheAlternativesStaysUnexplained() throws IOException {
        assertUnexplainedLink("/usr/bin/awk", "/usr/bin/mawk");
    }

    @Test
    void malformedGroupExplainsNothing() throws IOException {
        FakeTree tree = tree().file(GROUP, "auto\n/usr/bin/awk\n\n/usr/bin/mawk\nmany\n")
                .build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }
}

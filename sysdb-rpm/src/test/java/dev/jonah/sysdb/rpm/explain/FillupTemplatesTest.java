package dev.jonah.sysdb.rpm.explain;

import static dev.jonah.sysdb.rpm.explain.Installed.explained;
import static dev.jonah.sysdb.rpm.explain.Installed.owning;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillupTemplatesTest extends ExplainerContract {
    private static final String FILE = "/etc/sysconfig/language";
    private static final String FIRST = "/usr/share/fillup-templates/sysconfig.language";
    private static final String SECOND = "/usr/share/fillup-templates/sysconfig.language-mail";

    @Override
    protected Explainer plugin() {
        return new FillupTemplates();
    }

    private static FakeTreeBuilder root() {
        return FakeTree.builder()
                .file(FIRST, "## Path: System\nRC_LANG=\"en_US.UTF-8\"\nROOT_USES_LANG=\"ctype\"\n")
                .file(SECOND, "## Path: Mail\nMAIL_LANG=\"\"\n")
                .file(FILE, "## Path: System\nRC_LANG=\"en_US.UTF-8\"\n\nROOT_USES_LANG=\"ctype\"\nMAIL_LANG=\"\"\n");
    }

    @Override
    protected FakeTree fixture() {
        return root().build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree)
                .withPackage(owning(FIRST, SECOND))
                .withVerdict(FIRST, Verdict.VERIFIED)
                .withVerdict(SECOND, Verdict.VERIFIED);
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).extracting(e -> e.path() + " " + e.evidence().rule()).containsExactly(FILE + " rpm.fillup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RC_LANG=\"$(evil)\"", "LD_PRELOAD=\"/tmp/evil.so\"", "PATH=/tmp", "#!/bin/sh\nRC_LANG"})
    void otherStatementsStayUnexplained(String line) throws IOException {
        assertThat(explained(scan(root().file(FILE, line + "\n").build()), plugin()))
                .isEmpty();
    }

    @Test
    void executableFileStaysUnexplained() throws IOException {
        assertThat(explained(scan(root().mode(FILE, 0755).build()), plugin())).isEmpty();
    }

    @Test
    void templateThatDiffersFromItsPackageSaysNothing() throws IOException {
        assertThat(explained(scan(fixture()).withVerdict(FIRST, Verdict.MODIFIED), plugin()))
                .isEmpty();
    }

    @Test
    void fileWithoutATemplateStaysUnexplained() throws IOException {
        String path = "/etc/sysconfig/mail";
        assertThat(explained(scan(root().file(path, "# nothing\n").build()), plugin()))
                .doesNotContain(path);
    }
}

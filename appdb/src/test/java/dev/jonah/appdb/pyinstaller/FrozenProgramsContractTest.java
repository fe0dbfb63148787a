package dev.jonah.appdb.pyinstaller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import java.util.List;

class FrozenProgramsContractTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new FrozenPrograms();
    }

    @Override
    protected FakeTree fixture() {
        FrozenProgram program = new FrozenProgram()
                .file('s', "pyiboot01_bootstrap", "x", true)
                .file('s', "pyi_rth_inspect", "x", true)
                .file('s', "hello", "x", true);
        return FakeTree.builder()
                .file("/opt/hello", program.inSection())
                .file(
                        "/opt/none",
                        new FrozenProgram().file('x', "data", "x", false).inSection())
                .file("/opt/notes.txt", "MEI")
                .build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).extracting(e -> e.path().toString()).containsExactly("/opt/hello");
        assertThat(found.get(0).verdict()).isEqualTo(Verdict.IDENTIFIED);
        assertThat(found.get(0).evidence().text()).isEqualTo("made by PyInstaller for Python 3.11, to run hello");
    }
}

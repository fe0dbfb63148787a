package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import java.util.List;

class PythonWheelsContractTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new PythonWheels();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/w/hello_world-1.0+local-py3-none-any.whl", Archives.wheel("pass\n"))
                .file("/w/hello_world-1.0_local-py3.11.egg", Archives.zip("EGG-INFO/PKG-INFO", Archives.METADATA))
                .build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).hasSize(2).allMatch(e -> e.verdict() == Verdict.IDENTIFIED);
    }
}

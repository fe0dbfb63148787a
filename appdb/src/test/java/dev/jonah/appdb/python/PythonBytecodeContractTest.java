package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import java.util.List;

class PythonBytecodeContractTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new PythonBytecode();
    }

    @Override
    protected FakeTree fixture() {
        return PythonBytecodeTest.tree("cpython-311", "__pycache__/greet.cpython-311.pyc")
                .file("/usr/lib/python/__pycache__/greet.cpython-312.pyc", Compiled.file("hash-312"))
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return super.scan(tree).withPackage(PythonBytecodeTest.OWNER);
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path().fileName())
                .containsExactly("greet.cpython-311.pyc", "greet.cpython-312.pyc");
    }
}

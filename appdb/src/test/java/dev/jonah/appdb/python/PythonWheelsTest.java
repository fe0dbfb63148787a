package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonWheelsTest {
    private static final String NAME = "hello_world-1.0+local-py3-none-any.whl";

    private static List<Explanation> explain(String name, byte[] content) throws IOException {
        return Scans.explainer(FakeTree.builder().file("/w/" + name, content).build())
                .explain(new PythonWheels());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NAME,
                "Hello.World-1.0+local-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
                "hello_world-1.0_local-1build2-py2.py3-none-any.whl"
            })
    void aWheelThatIsWhatItsNameSaysIsIdentified(String name) throws IOException {
        assertThat(explain(name, Archives.wheel("pass\n"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"other-1.0+local-py3-none-any.whl", "hello_world-1.1-py3-none-any.whl", "hello.whl", "a-b.whl"})
    void aWheelOfAnotherNameStaysUnexplained(String name) throws IOException {
        assertThat(explain(name, Archives.wheel("pass\n"))).isEmpty();
    }

    @Test
    void aModuleThatWasChangedIsNoticed() throws IOException {
        assertThat(explain(NAME, Archives.wheel("evil()\n"))).isEmpty();
    }

    @Test
    void aModuleThatWasAddedIsNoticed() throws IOException {
        assertThat(explain(NAME, Archives.wheel("pass\n", "evil.py", "x"))).isEmpty();
    }

    @Test
    void aWheelWithoutAListStaysUnexplained() throws IOException {
        assertThat(explain(NAME, Archives.zip("hello_world-1.0+local.dist-info/METADATA", Archives.METADATA)))
                .isEmpty();
    }

    @Test
    void twoSetsOfMetadataStayUnexplained() throws IOException {
        assertThat(explain(NAME, Archives.wheel("pass\n", "other-1.dist-info/METADATA", "Name: other\n")))
                .isEmpty();
    }
}

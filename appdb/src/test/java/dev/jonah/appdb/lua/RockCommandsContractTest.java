package dev.jonah.appdb.lua;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.fixture.Fixture;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RockCommandsContractTest extends ExplainerContract {
    private static final String COMMAND = "/opt/rocks/bin/greet";
    private static final String SCRIPT = "/opt/rocks/lib/luarocks/rocks-5.1/greet/1.0-1/bin/greet";

    @Override
    protected Explainer plugin() {
        return new RockCommands();
    }

    @Override
    protected FakeTree fixture() {
        return tree().build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return scan(tree, Verdict.VERIFIED);
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).extracting(e -> e.path() + " " + e.verdict()).containsExactly(COMMAND + " DERIVED");
    }

    @Test
    void aCommandThatWasChangedMakesItsProgramNoBetter() throws IOException {
        assertThat(scan(fixture(), Verdict.MODIFIED).explain(plugin())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/opt/rocks/share/lua/5.1/?.lua; | /dev/shm/?.lua;",
                "exec  | id; exec ",
                "_=k and l | _=os.execute'id' and l",
                "/usr/bin/lua5.1 | /dev/shm/lua",
                "\"$@\" | \"$@\"; id"
            })
    void aProgramThatDoesMoreStaysUnexplained(String original, String changed) throws IOException {
        FakeTree tree = fixture();
        String program = new String(tree.bytes(ImagePath.of(COMMAND)), StandardCharsets.UTF_8);
        assertThat(program).contains(original);
        FakeTree planted =
                tree().file(COMMAND, program.replace(original, changed)).build();
        assertThat(scan(planted).explain(plugin())).isEmpty();
    }

    private static FakeTreeBuilder tree() {
        return Fixture.of(RockCommandsContractTest.class, "rocks", "/opt/rocks");
    }

    private static ExplainerScan scan(FileTree tree, Verdict verdict) {
        try {
            SoftwarePackage greet =
                    Scans.packages(tree().build()).parse(new RockParser()).get(0);
            return Scans.explainer(tree).withPackage(greet).withVerdict(SCRIPT, verdict);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

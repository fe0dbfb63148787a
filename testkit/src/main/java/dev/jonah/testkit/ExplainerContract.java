package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Explainer} keeps. Extend it and fill in three methods, and {@link #scan} if packages matter:
 *
 * <pre>{@code
 * class PycacheExplainerTest extends ExplainerContract {
 *     @Override protected Explainer plugin() { return new PycacheExplainer(); }
 *     @Override protected FakeTree fixture() { return FakeTree.builder().file("/usr/lib/…/__pycache__/a.pyc", pyc).build(); }
 *     @Override protected void assertExplanations(List<Explanation> found) { assertThat(found)…; }
 * }
 * }</pre>
 */
public abstract class ExplainerContract extends TreePluginContract<Explainer, Explanation> {
    /** For subclasses. */
    protected ExplainerContract() {
        super(Explainer.class);
    }

    /** Asserts that these are the explanations of the fixture. */
    protected abstract void assertExplanations(List<Explanation> found);

    /** The scan of a tree; override it to say which packages are installed. */
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree);
    }

    /** Only candidates are explained, and none twice. */
    @Test
    public void explainsCandidatesOnce() throws IOException {
        List<Explanation> found = scan(fixture()).explain(plugin());
        assertThat(found).extracting(Explanation::path).doesNotHaveDuplicates();
        assertThat(found)
                .allMatch(e -> plugin().candidates().wantsPrograms()
                        || plugin().candidates().matches(e.path()));
    }

    /** An explanation rests on something: its evidence names files that are there. */
    @Test
    public void evidenceNamesFilesThatAreThere() throws IOException {
        FakeTree tree = fixture();
        for (Explanation explanation : scan(tree).explain(plugin())) {
            assertThat(explanation.evidence().inputs())
                    .as("inputs of %s", explanation)
                    .isNotEmpty()
                    .allMatch(input -> tree.resolve(input).isPresent());
        }
    }

    @Override
    final void run(
            Explainer plugin, FileTree tree, Limits limits, CollectedDiagnostics diagnostics, Consumer<Explanation> out)
            throws IOException {
        ExplainerScan scan = scan(tree);
        new ExplainerScan(tree, scan.packages(), scan.verdicts(), limits, diagnostics).explain(plugin, out);
    }

    @Override
    final void checkExpected(List<Explanation> found) {
        assertExplanations(found);
    }

    @Override
    final void checkValid(Explanation found) {
        Validity.check(found.evidence());
    }

    @Override
    final String text(List<Explanation> found) {
        return found.stream().map(Explanation::toString).collect(Collectors.joining("\n"));
    }
}

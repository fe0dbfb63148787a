package dev.jonah.appdb.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.CollectedDiagnostics;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

class NamedArchivesContractTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new NamedArchives();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(
                        "/app/lib/tool-1.0.jar",
                        Zips.maven("org.example", "tool", "1.0").bytes())
                .file("/app/agent.jar", Zips.maven("org.example", "tool", "1.0").bytes())
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        try {
            return new ExplainerScan(
                    tree,
                    Scans.packages(fixture()).parse(new JavaArchiveParser()),
                    Map.of(),
                    dev.jonah.diagnostic.Limits.defaults(),
                    new CollectedDiagnostics());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path() + ": " + e.evidence().text())
                .containsExactly(
                        "/app/lib/tool-1.0.jar: its name and the coordinates in it agree: org.example:tool:1.0");
        assertThat(found).allMatch(e -> e.verdict() == Verdict.IDENTIFIED);
    }
}

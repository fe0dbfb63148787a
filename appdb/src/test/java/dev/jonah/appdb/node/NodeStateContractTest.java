package dev.jonah.appdb.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeStateContractTest extends ExplainerContract {
    private static final String LOCK =
            "{\"packages\":{\"node_modules/a\":{},\"node_modules/b\":{},\"node_modules/c\":{\"optional\":true}}}";

    @Override
    protected Explainer plugin() {
        return new NodeState();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/node_modules/.package-lock.json", LOCK)
                .file("/app/node_modules/a/package.json", "{}")
                .file("/other/node_modules/.package-lock.json", "#!/bin/sh")
                .file("/empty/node_modules/.package-lock.json", "{\"packages\":{\"node_modules/a\":{}}}")
                .build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).extracting(e -> e.path().toString()).containsExactly("/app/node_modules/.package-lock.json");
    }

    @Test
    void packagesThatAreNotThereAreReported() throws IOException {
        var scan = scan(fixture());
        scan.explain(plugin());
        assertThat(scan.diagnostics().all())
                .filteredOn(d -> d.code().equals("npm.lock.absent"))
                .extracting(d -> d.message())
                .contains("/app/node_modules/.package-lock.json names packages that are not there: node_modules/b");
    }
}

package dev.jonah.appdb.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import java.util.List;

class NodeLinksContractTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new NodeLinks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(
                        "/u/lib/node_modules/semver/package.json",
                        "{\"name\":\"semver\",\"bin\":{\"semver\":\"bin/semver.js\"}}")
                .file("/u/lib/node_modules/semver/bin/semver.js", "x")
                .file("/u/lib/node_modules/semver/bin/other.js", "x")
                .symlink("/u/bin/semver", "../lib/node_modules/semver/bin/semver.js")
                .symlink("/u/bin/ls", "../lib/node_modules/semver/bin/semver.js")
                .symlink("/u/lib/node_modules/.bin/semver", "../semver/bin/other.js")
                .file("/app/packages/util/package.json", "{\"name\":\"@s/util\"}")
                .symlink("/app/node_modules/@s/util", "../../packages/util")
                .symlink("/app/node_modules/other", "../packages/util")
                .symlink("/app/node_modules/gone", "../packages/gone")
                .build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path() + ": " + e.evidence().text())
                .containsExactly(
                        "/app/node_modules/@s/util: link to the package @s/util that lies at /app/packages/util",
                        "/u/bin/semver: link to a program of the package semver");
        assertThat(found).allMatch(e -> e.verdict() == Verdict.DERIVED);
    }
}

package dev.jonah.appdb.lua;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.fixture.Fixture;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import java.util.List;

class RockStateContractTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new RockState();
    }

    @Override
    protected FakeTree fixture() {
        return Fixture.of(RockStateContractTest.class, "rocks", "/opt/rocks")
                .file("/srv/lib/luarocks/rocks-5.1/manifest", "repository = { gone = { [\"1-1\"] = {} } }")
                .file("/srv/lib/luarocks/rocks-5.2/manifest", "repository = {}\nos.execute('x')")
                .file("/srv/manifest", "repository = {}")
                .build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path() + " " + e.verdict())
                .containsExactly("/opt/rocks/lib/luarocks/rocks-5.1/manifest TRANSIENT");
    }
}

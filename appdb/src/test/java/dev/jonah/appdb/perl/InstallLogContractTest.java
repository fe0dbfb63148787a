package dev.jonah.appdb.perl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.fixture.Fixture;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import java.util.List;

class InstallLogContractTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new InstallLog();
    }

    @Override
    protected FakeTree fixture() {
        return Fixture.of(InstallLogContractTest.class, "greet", "/opt/greet")
                .file("/usr/lib/perl/perllocal.pod", "=head2 Now: C<Module> L<A|A>\n\nsystem('rm -rf /');\n")
                .file("/usr/lib/empty/perllocal.pod", "")
                .build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path() + " " + e.verdict())
                .containsExactly("/opt/greet/lib/perl5/x86_64-linux-gnu-thread-multi/perllocal.pod TRANSIENT");
    }
}

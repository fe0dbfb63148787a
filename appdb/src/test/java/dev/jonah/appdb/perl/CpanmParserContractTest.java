package dev.jonah.appdb.perl;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.fixture.Fixture;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;
import java.util.List;

class CpanmParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new CpanmParser();
    }

    @Override
    protected FakeTree fixture() {
        return Fixture.of(CpanmParserContractTest.class, "greet", "/opt/greet")
                .without("/opt/greet/lib/perl5/x86_64-linux-gnu-thread-multi/auto/Greet/Kind/.packlist")
                .file("/src/install.json", "{\"name\": \"Other\"}")
                .build();
    }

    @Override
    protected void assertPackages(List<SoftwarePackage> found) {
        assertThat(found).hasSize(1);
        assertThat(found.get(0))
                .hasPurl("pkg:cpan/Greet-Kind@1.02")
                .promisesFiles(3)
                .promises("/opt/greet/lib/perl5/Greet/Kind.pm");
    }
}

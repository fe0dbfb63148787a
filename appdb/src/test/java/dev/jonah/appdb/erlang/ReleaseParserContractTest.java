package dev.jonah.appdb.erlang;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.fixture.Fixture;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReleaseParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new ReleaseParser();
    }

    @Override
    protected FakeTree fixture() {
        return Fixture.of(ReleaseParserContractTest.class, "greet", "/opt/greet")
                .file("/opt/greet/releases/COOKIE", "secret")
                .file("/opt/greet/erts-13.1.5/bin/beam.smp", "program")
                .file("/opt/greet/erts-13.1.5/bin/planted", "program")
                .file("/opt/greet/bin/planted", "program")
                .file("/opt/greet/releases/0.3.1/planted.sh", "script")
                .build();
    }

    @Override
    protected String expected() {
        String release = "/opt/greet/releases/0.3.1";
        String rule = " rule=otp.release source=" + release + "/greet.rel note=where releases of Erlang have it";
        return String.join(
                "\n",
                "pkg:generic/greet@0.3.1",
                "  kind application",
                "  dependency kernel 8.5.3",
                "  dependency stdlib 4.2",
                "  dependency elixir 1.14.0",
                "  dependency sasl 4.2",
                "  dependency greet 0.3.1",
                "  dependency iex 1.14.0",
                "  dependency compiler 8.2.3",
                "  dependency logger 1.14.0",
                "  found-at " + release + "/greet.rel",
                "  extra otp.runtime 13.1.5",
                "  file /opt/greet/bin/greet" + rule,
                "  file /opt/greet/releases/COOKIE" + rule,
                "  file /opt/greet/releases/start_erl.data" + rule,
                "  file " + release + "/env.sh" + rule,
                "  file " + release + "/start_clean.boot" + rule,
                "  file " + release + "/vm.args" + rule,
                "  file " + release + "/greet.rel" + rule,
                "  file /opt/greet/erts-13.1.5/bin/beam.smp" + rule,
                "");
    }

    @Test
    void erlangItselfIsFoundByItsVersion() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/usr/local/lib/erlang/releases/26/OTP_VERSION", "26.2.5**\n")
                .file("/usr/local/lib/erlang/bin/erl", "script")
                .file("/usr/local/lib/erlang/erts-14.2.5/include/erl_nif.h", "header")
                .build();
        SoftwarePackage found = Scans.packages(tree).parse(plugin()).get(0);
        assertThat(found)
                .hasPurl("pkg:generic/erlang@26.2.5")
                .promisesFiles(3)
                .promises("/usr/local/lib/erlang/bin/erl");
    }

    @Test
    void releasesThatErlangBringsAlongAreNoneOfTheirOwn() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(
                        "/usr/lib/erlang/releases/25/start_clean.rel",
                        "{release, {\"Erlang/OTP\",\"25\"}, {erts, \"13.1.5\"}, [{kernel,\"8.5.3\"}]}.")
                .build();
        assertThat(Scans.packages(tree).parse(plugin())).isEmpty();
    }
}

package dev.jonah.appdb.erlang;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.fixture.Fixture;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Resolved;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationParserContractTest extends ManifestParserContract {
    private static final String GREET = "/opt/greet/lib/greet-0.3.1";
    private static final String COWLIB = "/srv/_build/default/lib/cowlib";
    private static final String APPLICATION =
            "{application, %s, [{vsn, \"%s\"}, {modules, [%s]}, {applications, [kernel]}]}.\n";

    @Override
    protected ManifestParser plugin() {
        return new ApplicationParser();
    }

    @Override
    protected FakeTree fixture() {
        return Fixture.of(ApplicationParserContractTest.class, "greet", "/opt/greet")
                .without("/opt/greet/lib/kernel-8.5.3/ebin/kernel.app")
                .file(GREET + "/ebin/Elixir.Planted.beam", "planted")
                .file("/Applications/Safari.app", "something else")
                .build();
    }

    @Override
    protected String expected() {
        String source = " source=" + GREET + "/ebin/greet.app";
        return String.join(
                "\n",
                "pkg:otp/greet@0.3.1",
                "  kind application",
                "  description greet",
                "  dependency kernel",
                "  dependency stdlib",
                "  dependency elixir",
                "  dependency logger",
                "  found-at " + GREET + "/ebin/greet.app",
                "  file " + GREET + "/ebin/greet.app rule=otp.application note=the resource file itself",
                "  file " + GREET + "/ebin/Elixir.Greet.beam rule=otp.module" + source,
                "  file " + GREET + "/priv/words.txt rule=otp.directory" + source
                        + " note=by directory: only modules are listed",
                "");
    }

    @Test
    void aDependencyMeansTheApplicationInTheSameLibraries() throws IOException {
        FakeTree tree = Fixture.of(ApplicationParserContractTest.class, "greet", "/opt/greet")
                .build();
        assertThat(parse(tree).get(0).resolved())
                .containsExactly(new Resolved(ImagePath.of("/opt/greet/lib/kernel-8.5.3/ebin/kernel.app"), null));
    }

    @Test
    void metadataOfHexMakesItAPackageOfHex() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(COWLIB + "/ebin/cowlib.app", APPLICATION.formatted("cowlib", "2.12.1", "cow_http"))
                .file(COWLIB + "/hex_metadata.config", """
                    {<<"app">>,<<"cowlib">>}.
                    {<<"licenses">>,[<<"ISC">>]}.
                    {<<"name">>,<<"cowlib_renamed">>}.
                    {<<"version">>,<<"2.12.1">>}.
                    """)
                .build();
        SoftwarePackage found = parse(tree).get(0);
        assertThat(found).hasPurl("pkg:hex/cowlib_renamed@2.12.1").hasExtra("otp.application", "cowlib");
        assertThat(found.licenses()).containsExactly("ISC");
        assertThat(found).promises(COWLIB + "/ebin/cow_http.beam");
    }

    @Test
    void metadataOfAnotherVersionDoesNot() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(COWLIB + "/ebin/cowlib.app", APPLICATION.formatted("cowlib", "2.13.0", ""))
                .file(
                        COWLIB + "/hex_metadata.config",
                        "{<<\"app\">>,<<\"cowlib\">>}.{<<\"name\">>,<<\"cowlib\">>}.{<<\"version\">>,<<\"1\">>}.")
                .build();
        assertThat(parse(tree).get(0)).hasPurl("pkg:otp/cowlib@2.13.0");
    }

    @Test
    void ofAProjectOnlyTheListedModulesAreClaimed() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/app/ebin/mine.app", APPLICATION.formatted("mine", "1", "mine"))
                .file("/app/secrets.txt", "x")
                .build();
        assertThat(parse(tree).get(0)).promisesFiles(2).promises("/app/ebin/mine.beam");
    }

    @Test
    void modulesWithPathsInTheirNamesAreReported() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file("/app/ebin/mine.app", APPLICATION.formatted("mine", "1", "'../../usr/bin/evil'"))
                .build());
        assertThat(scan.parse(plugin()).get(0)).promisesFiles(1);
        assertThat(scan.diagnostics().codes()).containsExactly("erlang.application.module");
    }

    @Test
    void aSourceTreeWithAPlaceForTheVersionIsNoInstallation() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file("/src/lib/a/ebin/a.app", APPLICATION.formatted("a", "%VSN%", ""))
                .build());
        assertThat(scan.parse(plugin())).isEmpty();
        assertThat(scan.diagnostics().all()).isEmpty();
    }

    private List<SoftwarePackage> parse(FakeTree tree) throws IOException {
        return Scans.packages(tree).parse(plugin());
    }
}

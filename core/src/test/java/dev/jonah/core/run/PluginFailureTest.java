package dev.jonah.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.jonah.Jonah;
import dev.jonah.TestImages;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.image.Image;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.pipeline.PluginOutcome;
import dev.jonah.pipeline.PluginOutcome.Outcome;
import dev.jonah.plugin.Plugin;
import dev.jonah.result.ScanResult;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A plugin that fails costs what it did not report, and says so. */
class PluginFailureTest {
    /** Reports one package, then does what the test wants. */
    private record Database(String id, Failure failure) implements PackageDatabase {
        interface Failure {
            void happen() throws IOException;
        }

        @Override
        public boolean presentIn(FileTree tree) {
            return true;
        }

        @Override
        public void read(PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
            out.accept(SoftwarePackage.of(
                            Purl.of("generic", "one").version("1").build(),
                            SoftwarePackage.Kind.SYSTEM,
                            ImagePath.of("/db"))
                    .build());
            failure.happen();
        }
    }

    @Test
    void whatWasReportedBeforeTheFailureIsKept() throws IOException {
        ScanResult result = scan(new Database("test.broken", () -> {
            throw new IllegalStateException("no more");
        }));
        assertThat(result.packages()).hasSize(1);
        assertThat(outcome(result, "test.broken")).isEqualTo(Outcome.PARTIAL);
        assertThat(result.complete()).isFalse();
        assertThat(result.diagnostics())
                .extracting(d -> d.code(), d -> d.plugin())
                .contains(tuple("plugin.failed", "test.broken"));
    }

    @Test
    void aMissingClassAndADeepRecursionAreFailuresLikeAnyOther() throws IOException {
        assertThat(outcome(
                        scan(new Database("test.linkage", () -> {
                            throw new NoClassDefFoundError("gone");
                        })),
                        "test.linkage"))
                .isEqualTo(Outcome.PARTIAL);
        assertThat(outcome(
                        scan(new Database("test.deep", () -> {
                            throw new StackOverflowError();
                        })),
                        "test.deep"))
                .isEqualTo(Outcome.PARTIAL);
    }

    @Test
    void interruptionEndsTheScan() throws IOException {
        try (Image image = image()) {
            Jonah jonah = jonah(new Database("test.interrupted", () -> {
                throw new InterruptedIOException("stop");
            }));
            assertThatThrownBy(() -> jonah.scan(image)).isInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void aPluginThatWorksIsComplete() throws IOException {
        ScanResult result = scan(new Database("test.fine", () -> {}));
        assertThat(outcome(result, "test.fine")).isEqualTo(Outcome.COMPLETE);
        assertThat(result.complete()).isTrue();
    }

    @Test
    void morePackagesThanTheLimitAllowAreReportedAndNotKept() throws IOException {
        Limits limits = Limits.builder().set(Limits.Name.PACKAGES, 0).build();
        try (Image image = image()) {
            ScanResult result = Jonah.builder()
                    .pluginsFrom(null)
                    .add(new Database("test.many", () -> {}))
                    .limits(limits)
                    .build()
                    .scan(image);
            assertThat(result.packages()).isEmpty();
            assertThat(result.diagnostics().get(0).message()).contains("packages = 0", "--limit packages=");
        }
    }

    private record Parser(String id) implements ManifestParser {
        @Override
        public FilePattern accepts() {
            return FilePattern.suffix(".manifest");
        }

        @Override
        public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
            if (manifest.path().toString().equals("/bad.manifest")) {
                throw new IOException("not a manifest");
            }
            out.accept(SoftwarePackage.of(
                            Purl.of("generic", "good").build(), SoftwarePackage.Kind.APPLICATION, manifest.path())
                    .build());
        }
    }

    @Test
    void oneBadFileDoesNotCostTheOthers() throws IOException {
        try (Image image = TestImages.open(l -> l.file("/bad.manifest", "x").file("/good.manifest", "x"))) {
            ScanResult result = jonah(new Parser("test.parser")).scan(image);
            assertThat(result.packages()).hasSize(1);
            assertThat(result.diagnostics())
                    .extracting(d -> d.message())
                    .anySatisfy(m -> assertThat(m).contains("/bad.manifest", "not a manifest"));
        }
    }

    private record Liar(String id) implements Explainer {
        @Override
        public FilePattern candidates() {
            return FilePattern.path("/mine");
        }

        @Override
        public void explain(Scan scan, Consumer<Explanation> out) {
            for (String path : new String[] {"/mine", "/other"}) {
                out.accept(new Explanation(ImagePath.of(path), Verdict.DERIVED, Evidence.of("test.rule", "because")));
            }
        }
    }

    @Test
    void anExplainerCanSpeakOnlyOfItsCandidates() throws IOException {
        try (Image image = TestImages.open(l -> l.file("/mine", "x").file("/other", "x"))) {
            ScanResult result = jonah(new Liar("test.liar")).scan(image);
            assertThat(result.files())
                    .extracting(f -> f.entry().path().toString(), f -> f.verdict())
                    .containsExactly(tuple("/mine", Verdict.DERIVED), tuple("/other", Verdict.UNEXPLAINED));
        }
    }

    @Test
    void twoPluginsOfOneIdAreAFailureOfTheSecond() {
        Jonah jonah = Jonah.builder()
                .pluginsFrom(null)
                .add(new Liar("test.same"))
                .add(new Liar("test.same"))
                .build();
        assertThat(jonah.plugins(Explainer.class)).hasSize(1);
        assertThat(jonah.pluginFailures()).hasSize(1);
    }

    @Test
    void aDisabledPluginIsNotAsked() {
        Jonah jonah = Jonah.builder()
                .pluginsFrom(null)
                .add(new Liar("test.liar"))
                .disable("test.liar")
                .build();
        assertThat(jonah.plugins(Explainer.class)).isEmpty();
    }

    private static Image image() throws IOException {
        return TestImages.open(l -> l.file("/db", "x"));
    }

    private static ScanResult scan(Plugin plugin) throws IOException {
        try (Image image = image()) {
            return jonah(plugin).scan(image);
        }
    }

    private static Jonah jonah(Plugin plugin) {
        return Jonah.builder().pluginsFrom(null).add(plugin).build();
    }

    private static Outcome outcome(ScanResult result, String id) {
        return result.plugins().stream()
                .filter(p -> p.id().equals(id))
                .map(PluginOutcome::outcome)
                .findFirst()
                .orElseThrow();
    }
}

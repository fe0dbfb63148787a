package dev.jonah.core.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.Jonah;
import dev.jonah.TestImages;
import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.Image;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.pipeline.PluginOutcome;
import dev.jonah.result.FileResult;
import dev.jonah.result.HiddenSignals;
import dev.jonah.result.ScanResult;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What finders find, from the step to the result. */
class SignalsTest {
    private static final SignalKind LOUD = SignalKind.alarm("loud", "it is loud");
    private static final SignalKind QUIET = SignalKind.info("quiet", "it is quiet");

    /** Finds files by a part of their names. */
    private record Listener(String id, Set<Standing> looksAt) implements SignalFinder {
        @Override
        public List<SignalKind> kinds() {
            return List.of(QUIET, LOUD);
        }

        @Override
        public Look begin(Scan scan) {
            return (subject, findings) -> {
                String name = subject.entry().path().fileName();
                if (name.contains("broken")) {
                    throw new IllegalStateException("cannot stand it");
                }
                if (name.contains("q")) {
                    findings.add(QUIET);
                }
                if (name.contains("l")) {
                    findings.add(LOUD, new String(subject.head(3), java.nio.charset.StandardCharsets.US_ASCII));
                }
            };
        }
    }

    private static ScanResult scan(Image image, SignalFinder finder) throws IOException {
        return Jonah.builder().pluginsFrom(null).add(finder).build().scan(image);
    }

    private static Image image() throws IOException {
        return TestImages.open(
                l -> l.file("/a/gone-l", "secret").file("/a/lq", "first"),
                l -> l.file("/a/q", "x").file("/a/nobody", "x").whiteout("/a/gone-l"));
    }

    @Test
    void theWorstComesFirstAndDetailsAreEvidence() throws IOException {
        try (Image image = image()) {
            FileResult file = scan(image, new Listener("test.listener", Set.of(SignalFinder.Standing.UNVOUCHED)))
                    .files()
                    .get(0);
            assertThat(file.signals()).containsExactly("loud", "quiet");
            assertThat(file.evidence()).containsExactly(Evidence.of("signal.loud", "fir"));
        }
    }

    @Test
    void hiddenVersionsHaveTheirSignals() throws IOException {
        try (Image image = image()) {
            ScanResult result = scan(image, new Listener("test.listener", Set.of(SignalFinder.Standing.HIDDEN)));
            assertThat(result.hiddenSignals())
                    .containsExactly(new HiddenSignals(
                            result.hidden().get(0), List.of("loud"), List.of(Evidence.of("signal.loud", "sec"))));
            assertThat(result.files()).allMatch(file -> file.signals().isEmpty());
        }
    }

    @Test
    void theResultExplainsTheKindsThatOccur() throws IOException {
        try (Image image = image()) {
            ScanResult result = scan(image, new Listener("test.listener", Set.of(SignalFinder.Standing.UNVOUCHED)));
            assertThat(result.signals()).containsExactly(LOUD, QUIET);
        }
    }

    @Test
    void aFinderThatFailsAtOneFileLosesThatFileOnly() throws IOException {
        try (Image image = TestImages.open(l -> l.file("/broken", "x").file("/q", "x"))) {
            ScanResult result = scan(image, new Listener("test.listener", Set.of(SignalFinder.Standing.UNVOUCHED)));
            assertThat(result.files()).extracting(FileResult::signals).containsExactly(List.of(), List.of("quiet"));
            assertThat(result.diagnostics()).extracting(Diagnostic::code).contains("plugin.failed");
            assertThat(result.plugins())
                    .extracting(PluginOutcome::id, PluginOutcome::outcome)
                    .contains(org.assertj.core.api.Assertions.tuple("test.listener", PluginOutcome.Outcome.PARTIAL));
        }
    }

    @Test
    void aSetIdBitThatALaterLayerGivesIsFoundWherePackagesRecordNoModes() throws IOException {
        String info = "/usr/lib/python3.11/site-packages/x-1.0.dist-info/";
        try (Image image = TestImages.open(
                l -> l.file(info + "METADATA", "Metadata-Version: 2.1\nName: x\nVersion: 1.0\n")
                        .file(info + "RECORD", "../../../bin/x,,\n")
                        .file("/usr/bin/x", "#!/bin/sh\n"),
                l -> l.file("/usr/bin/x", "#!/bin/sh\n").mode("/usr/bin/x", 04755))) {
            assertThat(Jonah.create().scan(image).files())
                    .filteredOn(file -> file.entry().path().toString().equals("/usr/bin/x"))
                    .flatExtracting(FileResult::signals)
                    .contains("set-id-later", "set-id-unusual");
        }
    }
}

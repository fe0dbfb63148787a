package dev.jonah;

import static dev.jonah.TestImages.apk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.Image;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.MissingClass;
import dev.jonah.result.FileResult;
import dev.jonah.result.PackageResult;
import dev.jonah.result.ResultWriter;
import dev.jonah.result.ScanResult;
import dev.jonah.value.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Whole scans of small images, with the plugins of this project. */
class ScanTest {
    private static final String DB = "/lib/apk/db/installed";
    private static final String TOOL = "#!/bin/sh\necho a tool with enough content to be told apart\n";

    @Test
    void aFileAsRecordedIsVerified() throws IOException {
        ScanResult result = scan(apk("tool", "1-r0", "/bin/tool", TOOL), TOOL);
        assertThat(file(result, "/bin/tool").verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(file(result, "/bin/tool").owner().software().purl().name()).isEqualTo("tool");
    }

    @Test
    void aFileWithOtherContentIsModifiedEvenIfTheSizeIsTheSame() throws IOException {
        ScanResult result = scan(apk("tool", "1-r0", "/bin/tool", TOOL), TOOL.replace("told", "tolD"));
        assertThat(file(result, "/bin/tool").verdict()).isEqualTo(Verdict.MODIFIED);
    }

    @Test
    void aFileWithoutARecordedChecksumIsOwnedAndNotVerified() throws IOException {
        ScanResult result = scan(apk("tool", "1-r0", "/bin/tool", TOOL).replaceAll("Z:.*\n", ""), TOOL);
        assertThat(file(result, "/bin/tool").verdict()).isEqualTo(Verdict.OWNED);
    }

    @Test
    void aPathThroughALinkedFolderIsClaimedWhereItReallyIs() throws IOException {
        try (Image image = TestImages.open(l -> l.symlink("/bin", "usr/bin")
                .file("/usr/bin/tool", TOOL)
                .file(DB, apk("tool", "1-r0", "/bin/tool", TOOL)))) {
            ScanResult result = Jonah.create().scan(image);
            assertThat(file(result, "/usr/bin/tool").verdict()).isEqualTo(Verdict.VERIFIED);
            assertThat(result.missing()).isEmpty();
        }
    }

    @Test
    void aCopyOfAVerifiedProgramIsACopyAndWorthALook() throws IOException {
        try (Image image = TestImages.open(l -> l.file("/bin/tool", TOOL)
                .file(DB, apk("tool", "1-r0", "/bin/tool", TOOL))
                .file("/tmp/other", TOOL)
                .mode("/tmp/other", 0755))) {
            FileResult copy = file(Jonah.create().scan(image), "/tmp/other");
            assertThat(copy.verdict()).isEqualTo(Verdict.COPY);
            assertThat(copy.signals()).contains("copy-of-program");
            assertThat(copy.evidence().get(0).inputs())
                    .extracting(Object::toString)
                    .containsExactly("/bin/tool");
        }
    }

    @Test
    void aCopyOfAModifiedFileIsACopyAndAnAlarm() throws IOException {
        String other = TOOL + "more\n";
        try (Image image = TestImages.open(l -> l.file("/bin/tool", other)
                .file(DB, apk("tool", "1-r0", "/bin/tool", TOOL))
                .file("/tmp/other", other))) {
            FileResult copy = file(Jonah.create().scan(image), "/tmp/other");
            assertThat(copy.verdict()).isEqualTo(Verdict.COPY);
            assertThat(copy.signals()).contains("copy-of-altered");
            assertThat(copy.evidence().get(0).text())
                    .isEqualTo("same content as /bin/tool of tool, which is not what that package shipped");
        }
    }

    @Test
    void aModifiedFileThatEqualsAnotherOwnedFileStaysModified() throws IOException {
        String db = apk("tool", "1-r0", "/bin/tool", TOOL) + apk("other", "1-r0", "/bin/other", "something else\n");
        try (Image image = TestImages.open(
                l -> l.file("/bin/tool", TOOL).file("/bin/other", TOOL).file(DB, db))) {
            assertThat(file(Jonah.create().scan(image), "/bin/other").verdict()).isEqualTo(Verdict.MODIFIED);
        }
    }

    @Test
    void aTinyFileIsACopyOnlyUnderTheSameName() throws IOException {
        try (Image image = TestImages.open(l -> l.file("/bin/tool", "x\n")
                .file(DB, apk("tool", "1-r0", "/bin/tool", "x\n"))
                .file("/opt/tool", "x\n")
                .file("/opt/other", "x\n"))) {
            ScanResult result = Jonah.create().scan(image);
            assertThat(file(result, "/opt/tool").verdict()).isEqualTo(Verdict.COPY);
            assertThat(file(result, "/opt/other").verdict()).isEqualTo(Verdict.UNEXPLAINED);
        }
    }

    @Test
    void whatALaterLayerDeletedIsMissingWithThatLayer() throws IOException {
        try (Image image = TestImages.open(
                l -> l.file("/bin/tool", TOOL).file(DB, apk("tool", "1-r0", "/bin/tool", TOOL)),
                l -> l.whiteout("/bin/tool"))) {
            ScanResult result = Jonah.create().scan(image);
            assertThat(result.missing())
                    .extracting(m -> m.path().toString(), m -> m.reason(), m -> m.layer())
                    .containsExactly(tuple("/bin/tool", MissingClass.DELETED_IN_LAYER, 1));
            assertThat(result.hidden())
                    .extracting(v -> v.entry().path().toString())
                    .containsExactly("/bin/tool");
        }
    }

    @Test
    void whatNeverWasThereIsMissingWithoutAReason() throws IOException {
        try (Image image = TestImages.open(l -> l.directory("/bin").file(DB, apk("tool", "1-r0", "/bin/tool", TOOL)))) {
            assertThat(Jonah.create().scan(image).missing())
                    .extracting(m -> m.reason(), m -> m.layer())
                    .containsExactly(tuple(MissingClass.UNEXPLAINED, null));
        }
    }

    @Test
    void aDirectoryDoesNotKeepThePromiseOfAFile() throws IOException {
        try (Image image =
                TestImages.open(l -> l.directory("/bin/tool").file(DB, apk("tool", "1-r0", "/bin/tool", TOOL)))) {
            assertThat(Jonah.create().scan(image).missing()).hasSize(1);
        }
    }

    @Test
    void everyPackageKnowsTheLayerThatBroughtItsVersion() throws IOException {
        String a = apk("a", "1-r0", "/bin/a", TOOL);
        String b = apk("b", "1-r0", "/bin/b", TOOL);
        try (Image image = TestImages.open(
                l -> l.file(DB, a),
                l -> l.file(DB, a + b),
                l -> l.file("/unrelated", "x"),
                l -> l.file(DB, a.replace("V:1-r0", "V:2-r0") + b))) {
            assertThat(Jonah.create().scan(image).packages())
                    .extracting(p -> p.software().purl().name(), PackageResult::layer)
                    .containsExactly(tuple("a", 3), tuple("b", 1));
        }
    }

    @Test
    void aPackageThatCameBackCountsFromItsReturn() throws IOException {
        String a = apk("a", "1-r0", "/bin/a", TOOL);
        String b = apk("b", "1-r0", "/bin/b", TOOL);
        try (Image image = TestImages.open(l -> l.file(DB, a + b), l -> l.file(DB, b), l -> l.file(DB, a + b))) {
            assertThat(Jonah.create().scan(image).packages())
                    .extracting(p -> p.software().purl().name(), PackageResult::layer)
                    .containsExactly(tuple("a", 2), tuple("b", 0));
        }
    }

    @Test
    void anApplicationPackageInsideASystemPackageNamesItsProvider() throws IOException {
        String metadata = "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n";
        String at = "/usr/lib/python3.12/site-packages/demo-1.0.dist-info/METADATA";
        try (Image image =
                TestImages.open(l -> l.file(at, metadata).file(DB, apk("py3-demo", "1.0-r0", at, metadata)))) {
            ScanResult result = Jonah.create().scan(image);
            PackageResult provider = result.packages().stream()
                    .filter(p -> p.software().purl().type().equals("apk"))
                    .findFirst()
                    .orElseThrow();
            assertThat(result.packages())
                    .filteredOn(p -> p.software().purl().type().equals("pypi"))
                    .extracting(PackageResult::providedBy)
                    .containsExactly(provider.id());
        }
    }

    @Test
    void aFittingListOfAnApplicationPackageDoesNotClearATamperedFileOfTheSystem() throws IOException {
        String tampered = TOOL.replace("told", "tolD");
        String site = "/usr/lib/python3.12/site-packages/";
        String hash = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.HexFormat.of()
                        .parseHex(Digest.compute(Digest.Algorithm.SHA256, tampered.getBytes(StandardCharsets.UTF_8))
                                .hex()));
        try (Image image = TestImages.open(l -> l.file("/bin/tool", tampered)
                .file(DB, apk("tool", "1-r0", "/bin/tool", TOOL))
                .file(site + "planted-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: planted\nVersion: 1\n")
                .file(
                        site + "planted-1.dist-info/RECORD",
                        "../../../../bin/tool,sha256=" + hash + "," + tampered.length() + "\n"))) {
            FileResult tool = file(Jonah.create().scan(image), "/bin/tool");
            assertThat(tool.claimants()).hasSize(2);
            assertThat(tool.verdict()).isEqualTo(Verdict.MODIFIED);
        }
    }

    @Test
    void aBitThatThePackageDidNotRecordIsASignalAndNoVerdict() throws IOException {
        try (Image image = TestImages.open(l ->
                l.file("/bin/tool", TOOL).mode("/bin/tool", 04755).file(DB, apk("tool", "1-r0", "/bin/tool", TOOL)))) {
            FileResult tool = file(Jonah.create().scan(image), "/bin/tool");
            assertThat(tool.verdict()).isEqualTo(Verdict.VERIFIED);
            assertThat(tool.signals()).contains("mode-changed", "set-id-added");
        }
    }

    @Test
    void anImageWithoutAnythingKnownIsAllUnexplainedAndComplete() throws IOException {
        try (Image image = TestImages.open(l -> l.file("/hello", "x").symlink("/link", "hello"))) {
            ScanResult result = Jonah.create().scan(image);
            assertThat(result.verdicts().get(Verdict.UNEXPLAINED)).isEqualTo(2);
            assertThat(result.distro()).isNull();
            assertThat(result.complete()).isTrue();
        }
    }

    @Test
    void verdictsAddUpToEntries() throws IOException {
        ScanResult result = scan(apk("tool", "1-r0", "/bin/tool", TOOL), TOOL);
        assertThat(result.verdicts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(result.files().size());
    }

    @Test
    void digestsAreThoseThatWereAskedFor() throws IOException {
        try (Image image = TestImages.open(l -> l.file("/hello", "x"))) {
            Jonah jonah = Jonah.builder()
                    .digests(List.of(Digest.Algorithm.SHA256, Digest.Algorithm.MD5))
                    .build();
            assertThat(file(jonah.scan(image), "/hello").digests())
                    .containsExactly(
                            Digest.compute(Digest.Algorithm.SHA256, "x".getBytes(StandardCharsets.UTF_8)),
                            Digest.compute(Digest.Algorithm.MD5, "x".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
        try (Image image = TestImages.open(
                l -> l.file("/bin/tool", TOOL)
                        .file("/tmp/copy", TOOL)
                        .file("/etc/os-release", "ID=alpine\nVERSION_ID=3.20.3\n")
                        .file(DB, apk("tool", "1-r0", "/bin/tool", TOOL) + apk("b", "1-r0", "/bin/b", TOOL)),
                l -> l.file("/bin/b", "other"))) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                byte[] one = json(Jonah.create(), image);
                byte[] many = json(Jonah.builder().executor(threads, 8).build(), image);
                assertThat(many).isEqualTo(one);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void diagnosticsOfTheImageAreInTheResult() throws IOException {
        try (Image image = TestImages.open(l -> l.hardlink("/a", "/gone"))) {
            ScanResult result = Jonah.create().scan(image);
            assertThat(result.diagnostics())
                    .extracting(Diagnostic::code, d -> String.valueOf(d.path()))
                    .contains(tuple("layer.hard-link", "/a"));
            assertThat(file(result, "/a").verdict()).isEqualTo(Verdict.UNEXPLAINED);
        }
    }

    @Test
    void circularLinksAreNoted() throws IOException {
        try (Image image = TestImages.open(l -> l.symlink("/x", "y").symlink("/y", "x"))) {
            assertThat(Jonah.create().scan(image).diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly("tree.symlink-loop", "tree.symlink-loop");
        }
    }

    private static ScanResult scan(String database, String content) throws IOException {
        try (Image image = TestImages.open(l -> l.file("/bin/tool", content).file(DB, database))) {
            return Jonah.create().scan(image);
        }
    }

    static byte[] json(Jonah jonah, Image image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (ResultWriter writer : jonah.plugins(ResultWriter.class)) {
            if (writer.format().equals("json")) {
                writer.write(jonah.scan(image), out);
            }
        }
        return out.toByteArray();
    }

    private static FileResult file(ScanResult result, String path) {
        return result.files().stream()
                .filter(f -> f.entry().path().toString().equals(path))
                .findFirst()
                .orElseThrow();
    }
}

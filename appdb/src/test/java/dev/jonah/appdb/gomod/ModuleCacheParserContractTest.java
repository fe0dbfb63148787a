package dev.jonah.appdb.gomod;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.gomod.format.DirectoryHash;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.ManifestParserContract;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ModuleCacheParserContractTest extends ManifestParserContract {
    private static final String CACHE = "/go/pkg/mod";
    private static final String RECORDS = CACHE + "/cache/download/example.com/!my/tool/@v/v1.0.0";
    private static final String MODULE = CACHE + "/example.com/!my/tool@v1.0.0";
    private static final Map<String, String> FILES =
            new TreeMap<>(Map.of("go.mod", "module example.com/My/tool\n", "a.go", "package a\n"));

    @Override
    protected ManifestParser plugin() {
        return new ModuleCacheParser();
    }

    @Override
    protected FakeTree fixture() {
        return tree().build();
    }

    @Override
    protected void assertPackages(List<SoftwarePackage> found) {
        assertThat(found).hasSize(1);
        assertThat(found.get(0))
                .hasPurl("pkg:golang/example.com/My/tool@v1.0.0")
                .hasExtra("go.sum", hash())
                .hasExtra("go.module.commit", "0123abcd")
                .promisesFiles(5)
                .promises(MODULE + "/a.go")
                .withRule("go.module-hash")
                .withDigest(digest("package a\n").toString());
    }

    @Test
    void aFileThatWasChangedIsComparedWithTheArchive() throws IOException {
        SoftwarePackage found = Scans.packages(
                        tree().file(MODULE + "/a.go", "package evil\n").build())
                .parse(plugin())
                .get(0);
        assertThat(found)
                .promises(MODULE + "/a.go")
                .withDigest(digest("package a\n").toString());
    }

    @Test
    void aFileThatWasAddedIsNotClaimed() throws IOException {
        assertThat(Scans.packages(
                                tree().file(MODULE + "/b.go", "package evil\n").build())
                        .parse(plugin())
                        .get(0))
                .promisesFiles(5);
    }

    @Test
    void withoutTheArchiveAllFilesAreComparedTogether() throws IOException {
        assertThat(Scans.packages(tree().without(RECORDS + ".zip").build())
                        .parse(plugin())
                        .get(0))
                .promises(MODULE + "/a.go")
                .withRule("go.module-hash");
    }

    @Test
    void withoutTheArchiveAModuleThatDiffersIsReportedAndNothingOfItVerified() throws IOException {
        PackagesScan scan = Scans.packages(tree().without(RECORDS + ".zip")
                .file(MODULE + "/b.go", "package evil\n")
                .build());
        assertThat(scan.parse(plugin()).get(0).files())
                .extracting(PackageFile::digest)
                .containsOnlyNulls();
        assertThat(scan.diagnostics().codes()).containsExactly("go.module-cache.differs");
    }

    @Test
    void anArchiveThatIsNotTheRecordedOneVouchesForNothing() throws IOException {
        String evil = "package evil\n";
        Map<String, String> changed = new TreeMap<>(FILES);
        changed.put("a.go", evil);
        PackagesScan scan = Scans.packages(tree().file(RECORDS + ".zip", archive(changed))
                .file(MODULE + "/a.go", evil)
                .build());
        assertThat(scan.parse(plugin()).get(0).files())
                .extracting(PackageFile::digest)
                .containsOnlyNulls();
        assertThat(scan.diagnostics().codes()).containsOnly("go.module-cache.archive", "go.module-cache.differs");
    }

    private static FakeTreeBuilder tree() {
        FakeTreeBuilder tree = FakeTree.builder()
                .file(RECORDS + ".ziphash", hash())
                .file(RECORDS + ".zip", archive(FILES))
                .file(
                        RECORDS + ".info",
                        "{\"Version\":\"v1.0.0\",\"Time\":\"2026-01-02T03:04:05Z\",\"Origin\":{\"VCS\":\"git\","
                                + "\"URL\":\"https://git.example/tool\",\"Hash\":\"0123abcd\"}}");
        FILES.forEach((name, content) -> tree.file(MODULE + "/" + name, content));
        return tree;
    }

    private static String hash() {
        DirectoryHash hash = new DirectoryHash();
        FILES.forEach((name, content) -> hash.add("example.com/My/tool@v1.0.0/" + name, digest(content)));
        return hash.value();
    }

    private static Digest digest(String content) {
        return Digest.compute(Digest.Algorithm.SHA256, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] archive(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry("example.com/My/tool@v1.0.0/" + file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

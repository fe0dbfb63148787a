package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.PackageFile;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compiled files that RECORD lists, and has no hash of. */
class RecordedBytecodeTest {
    private static final String SOURCE = "/s/greet.py";
    private static final String COMPILED = "/s/__pycache__/greet.cpython-311.pyc";

    private static FakeTreeBuilder tree(byte[] compiled) {
        return FakeTree.builder()
                .file("/s/greet-1.dist-info/METADATA", "Name: greet\nVersion: 1\n")
                .file("/s/greet-1.dist-info/RECORD", COMPILED.substring("/s/".length()) + ",,\n")
                .file(SOURCE, Compiled.source())
                .modified(SOURCE, Compiled.SOURCE_TIME)
                .file(COMPILED, compiled);
    }

    private static byte[] planted() {
        String file = new String(Compiled.file("cpython-311"), StandardCharsets.ISO_8859_1);
        return file.replace("self", "evil").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Of PEP 552: no hash of any source, and none that Python would look at. */
    private static byte[] unchecked(byte[] file) {
        byte[] changed = file.clone();
        changed[4] = 1;
        return changed;
    }

    private static List<String> claimed(PackagesScan scan) throws IOException {
        return scan.parse(new PythonParser()).get(0).files().stream()
                .map(PackageFile::path)
                .map(Object::toString)
                .filter(path -> path.startsWith("/s/__pycache__"))
                .toList();
    }

    private static List<String> claimed(FakeTreeBuilder tree) throws IOException {
        return claimed(Scans.packages(tree.build()));
    }

    @Test
    void whatIsMadeFromTheSourceIsClaimed() throws IOException {
        assertThat(claimed(tree(Compiled.file("cpython-311")))).containsExactly(COMPILED);
    }

    @Test
    void codeWithNamesThatTheSourceLacksIsNotClaimedAndReported() throws IOException {
        PackagesScan scan = Scans.packages(tree(planted()).build());

        assertThat(claimed(scan)).isEmpty();
        assertThat(scan.diagnostics().codes()).containsExactly("python.bytecode.foreign");
    }

    @Test
    void codeThatPythonLoadsUncheckedIsNotClaimedEither() throws IOException {
        assertThat(claimed(tree(unchecked(planted())).modified(SOURCE, 1))).isEmpty();
    }

    @Test
    void codeBehindALinkIsLookedAtAsWell() throws IOException {
        FakeTreeBuilder tree = tree(planted()).symlink(COMPILED, "/tmp/x").file("/tmp/x", planted());

        assertThat(claimed(tree)).isEmpty();
    }

    @Test
    void whatPythonWouldNotLoadSinceTheSourceChangedIsClaimed() throws IOException {
        assertThat(claimed(tree(planted()).modified(SOURCE, Compiled.SOURCE_TIME + 1)))
                .containsExactly(COMPILED);
    }

    @Test
    void whatPythonWouldNotLoadSinceTheSourceIsGoneIsClaimed() throws IOException {
        assertThat(claimed(tree(planted()).without(SOURCE))).containsExactly(COMPILED);
    }

    @Test
    void whatIsOfAnUnknownPythonIsClaimed() throws IOException {
        assertThat(claimed(tree("no magic number".getBytes(StandardCharsets.US_ASCII))))
                .containsExactly(COMPILED);
    }
}

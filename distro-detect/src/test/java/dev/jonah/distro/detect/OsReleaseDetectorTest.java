package dev.jonah.distro.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.distro.Distro.Confidence;
import dev.jonah.image.FileTree;
import dev.jonah.testkit.FakeTree;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OsReleaseDetectorTest {
    private static final String ALPINE = "NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID=3.20.3\n";

    private static Detection detect(FileTree tree) throws IOException {
        return Detection.of(new OsReleaseDetector(), tree);
    }

    @Test
    void saysAllThatTheFileSays() throws IOException {
        FileTree tree = FakeTree.builder()
                .file(
                        "/etc/os-release",
                        "NAME=\"Fedora Linux\"\nID=fedora\nID_LIKE=\"rhel  centos\"\nVERSION_ID=40\nVERSION_CODENAME=f\n"
                                + "PRETTY_NAME='Fedora Linux 40'\nVARIANT_ID=container\nBUILD_ID=7\n")
                .build();

        assertThat(detect(tree).opinions())
                .containsExactly(new Distro(
                        "fedora",
                        List.of("rhel", "centos"),
                        "Fedora Linux",
                        "40",
                        "f",
                        "Fedora Linux 40",
                        "container",
                        "7",
                        "fedora",
                        "fedora-40",
                        Confidence.DECLARED,
                        ImagePath.of("/etc/os-release")));
    }

    @Test
    void followsTheUsualRelativeLinkAndNamesThePathOfTheStandard() throws IOException {
        FileTree tree = FakeTree.builder()
                .symlink("/etc/os-release", "../usr/lib/os-release")
                .file("/usr/lib/os-release", ALPINE)
                .build();

        assertThat(detect(tree).opinions())
                .extracting(Distro::evidence)
                .containsExactly(ImagePath.of("/etc/os-release"));
    }

    @Test
    void takesAnAbsoluteTargetInsideTheImage() throws IOException {
        FileTree tree = FakeTree.builder()
                .symlink("/etc/os-release", "/opt/release")
                .file("/opt/release", ALPINE)
                .build();

        assertThat(detect(tree).opinions()).extracting(Distro::id).containsExactly("alpine");
    }

    @Test
    void neverMergesTheTwoPlaces() throws IOException {
        FileTree tree = FakeTree.builder()
                .file("/etc/os-release", "ID=derived\n")
                .file("/usr/lib/os-release", ALPINE)
                .build();

        assertThat(detect(tree).opinions())
                .extracting(Distro::id, Distro::version)
                .containsExactly(org.assertj.core.api.Assertions.tuple("derived", null));
    }

    @Test
    void namesALoopAndFallsOnToTheOtherPlace() throws IOException {
        FileTree tree = FakeTree.builder()
                .symlink("/etc/os-release", "os-release")
                .file("/usr/lib/os-release", ALPINE)
                .build();

        Detection detection = detect(tree);

        assertThat(detection.noticed())
                .extracting(Diagnostic::message)
                .containsExactly("symlink loop: /etc/os-release");
        assertThat(detection.opinions())
                .extracting(Distro::evidence)
                .containsExactly(ImagePath.of("/usr/lib/os-release"));
    }

    @Test
    void namesADanglingLinkAndItsTarget() throws IOException {
        Detection detection = detect(
                FakeTree.builder().symlink("/etc/os-release", "../nowhere").build());

        assertThat(detection.noticed())
                .extracting(Diagnostic::code, Diagnostic::message)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        "distro.link.dangling", "/etc/os-release is a link to ../nowhere, which leads nowhere"));
        assertThat(detection.opinions()).isEmpty();
    }

    @Test
    void reportsADirectoryInItsPlace() throws IOException {
        Detection detection = detect(FakeTree.builder()
                .directory("/etc/os-release")
                .file("/usr/lib/os-release", ALPINE)
                .build());

        assertThat(detection.noticed()).extracting(Diagnostic::code).containsExactly("distro.not-a-file");
        assertThat(detection.opinions()).extracting(Distro::id).containsExactly("alpine");
    }

    @Test
    void doesNotTakeAnotherFileThatALinkLeadsToForAnOsRelease() throws IOException {
        Detection detection = detect(FakeTree.builder()
                .symlink("/etc/os-release", "../../../../etc/passwd")
                .file("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n")
                .build());

        assertThat(detection.opinions()).isEmpty();
        assertThat(detection.noticed())
                .extracting(Diagnostic::code)
                .containsExactly("distro.assignment.line", "distro.os-release.invalid");
    }

    @Test
    void callsDebianWithoutItsPackageManagerDistroless() throws IOException {
        FileTree tree = FakeTree.builder()
                .file("/etc/os-release", "ID=debian\nVERSION_ID=\"11\"\n")
                .file("/var/lib/dpkg/status.d/base", "Package: base-files\n")
                .build();

        assertThat(detect(tree).opinions()).extracting(Distro::variant).containsExactly("distroless");
    }

    @Test
    void doesNotCallDebianDistrolessThatMerelyHasTheDirectory() throws IOException {
        FileTree tree = FakeTree.builder()
                .file("/etc/os-release", "ID=debian\nVERSION_ID=\"11\"\n")
                .file("/var/lib/dpkg/status.d/base", "Package: base-files\n")
                .file("/var/lib/dpkg/status", "")
                .build();

        assertThat(detect(tree).opinions()).extracting(Distro::variant).containsExactly((String) null);
    }

    @Test
    void keepsAnOddIdAndSaysSo() throws IOException {
        Detection detection = detect(
                FakeTree.builder().file("/etc/os-release", "ID=\"a/B c\"\n").build());

        assertThat(detection.opinions())
                .extracting(Distro::id, Distro::purlNamespace)
                .containsExactly(org.assertj.core.api.Assertions.tuple("a/b c", "a_b c"));
        assertThat(detection.noticed()).extracting(Diagnostic::code).containsExactly("distro.os-release.id");
    }

    @Test
    void keepsWhatStandsBeforeALineThatIsTooLong() throws IOException {
        FileTree tree = FakeTree.builder()
                .file("/etc/os-release", "ID=alpine\nNAME=" + "x".repeat(500) + "\n")
                .build();
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 100).build();

        Detection detection = Detection.of(new OsReleaseDetector(), tree, limits);

        assertThat(detection.opinions()).extracting(Distro::id).containsExactly("alpine");
        assertThat(detection.noticed()).extracting(Diagnostic::code).containsExactly("distro.limit");
    }

    @Test
    void toleratesBytesThatAreNotUtf8() throws IOException {
        byte[] content = "ID=x\nNAME=\"caf\u00e9\"\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(detect(FakeTree.builder().file("/etc/os-release", content).build())
                        .opinions())
                .extracting(Distro::name)
                .containsExactly("caf\\xe9");
    }

    @Test
    void saysNothingOfScratch() throws IOException {
        Detection detection = detect(FakeTree.empty());

        assertThat(detection.opinions()).isEmpty();
        assertThat(detection.noticed()).isEmpty();
    }
}

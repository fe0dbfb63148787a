package dev.jonah.distro.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jonah.distro.Distro;
import dev.jonah.distro.Distro.Confidence;
import dev.jonah.distro.DistroDetector;
import dev.jonah.image.FileTree;
import dev.jonah.testkit.FakeTree;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyFilesTest {
    private static List<Distro> say(DistroDetector detector, String... pathsAndContents) throws IOException {
        var builder = FakeTree.builder();
        for (int i = 0; i < pathsAndContents.length; i += 2) {
            builder.file(pathsAndContents[i], pathsAndContents[i + 1]);
        }
        return Detection.of(detector, builder.build()).opinions();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', emptyValue = "", textBlock = """
        alpine-release     | 3.20.3                                                    | alpine     | 3.20.3 | -        | alpine-3.20.3
        debian_version     | 12.5                                                      | debian     | 12     | -        | debian-12
        debian_version     | 3.1                                                       | debian     | 3.1    | -        | debian-3.1
        debian_version     | bookworm/sid                                              | debian     | -      | bookworm | debian-bookworm
        redhat-release     | Red Hat Enterprise Linux Server release 6.10 (Santiago)   | rhel       | 6.10   | Santiago | rhel-6.10
        centos-release     | CentOS release 6.10 (Final)                               | centos     | 6      | Final    | centos-6
        redhat-release     | CentOS Linux release 7.9.2009 (Core)                      | centos     | 7      | Core     | centos-7
        fedora-release     | Fedora release 40 (Forty)                                 | fedora     | 40     | Forty    | fedora-40
        rocky-release      | Rocky Linux release 9.3 (Blue Onyx)                       | rocky      | 9.3    | Blue Onyx | rocky-9.3
        almalinux-release  | AlmaLinux release 8.9 (Midnight Oncilla)                  | almalinux  | 8.9    | Midnight Oncilla | almalinux-8.9
        oracle-release     | Oracle Linux Server release 7.9                           | ol         | 7.9    | -        | ol-7.9
        enterprise-release | Enterprise Linux Enterprise Linux Server release 5.11 (Carthage) | ol  | 5.11   | Carthage | ol-5.11
        system-release     | Amazon Linux release 2 (Karoo)                            | amzn       | 2      | Karoo    | amzn-2
        system-release     | Amazon Linux AMI release 2017.09                          | amzn       | 2017.09 | -       | amzn-2017.09
        system-release-cpe | cpe:/o:centos:linux:6:GA                                  | centos     | 6      | -        | centos-6
        system-release-cpe | cpe:2.3:o:amazon:amazon_linux:2                           | amzn       | 2      | -        | amzn-2
        gentoo-release     | Gentoo Base System release 2.15                           | gentoo     | 2.15   | -        | gentoo-2.15
        slackware-version  | Slackware 15.0                                            | slackware  | 15.0   | -        | slackware-15.0
        photon-release     | VMware Photon OS 5.0                                      | photon     | 5.0    | -        | photon-5.0
        mariner-release    | CBL-Mariner 2.0.20230208                                  | mariner    | 2.0    | -        | mariner-2.0
        altlinux-release   | ALT Container p10                                         | altlinux   | -      | -        | altlinux
        arch-release       | ``                                                        | arch       | -      | -        | arch
        arch-release       | Manjaro Linux                                             | manjaro    | -      | -        | manjaro
        redhat-release     | Own Brew Linux release 3 (Foam)                           | own-brew-linux | 3  | Foam     | own-brew-linux-3
        """)
    void releaseFileTellsTheDistribution(
            String file, String content, String id, String version, String codename, String purlDistro)
            throws IOException {
        assertThat(say(new ReleaseFilesDetector(), "/etc/" + file, content + "\n"))
                .extracting(Distro::id, Distro::version, Distro::codename, Distro::purlDistro, Distro::confidence)
                .containsExactly(tuple(id, version, codename, purlDistro, Confidence.STRONG));
    }

    @Test
    void slesTellsItsServicePackInALineOfItsOwn() throws IOException {
        assertThat(say(
                        new ReleaseFilesDetector(),
                        "/etc/SuSE-release",
                        "SUSE Linux Enterprise Server 11 (x86_64)\nVERSION = 11\nPATCHLEVEL = 4\n"))
                .extracting(Distro::purlNamespace, Distro::purlDistro)
                .containsExactly(tuple("suse", "sles-11.4"));
    }

    @Test
    void asksOracleBeforeTheFileThatItKeepsOfRedHat() throws IOException {
        assertThat(say(
                        new ReleaseFilesDetector(),
                        "/etc/redhat-release",
                        "Red Hat Enterprise Linux Server release 7.9 (Maipo)\n",
                        "/etc/oracle-release",
                        "Oracle Linux Server release 7.9\n"))
                .extracting(Distro::id)
                .containsExactly("ol", "rhel");
    }

    @Test
    void doesNotRepeatWhatALinkedFileSays() throws IOException {
        FileTree tree = FakeTree.builder()
                .file("/etc/centos-release", "CentOS release 6.10 (Final)\n")
                .symlink("/etc/redhat-release", "centos-release")
                .symlink("/etc/system-release", "centos-release")
                .build();

        assertThat(Detection.of(new ReleaseFilesDetector(), tree).opinions()).hasSize(1);
    }

    @Test
    void theFileOfDebianIsButAHintWhereTheVendorIsAnother() throws IOException {
        assertThat(say(
                        new ReleaseFilesDetector(),
                        "/etc/debian_version",
                        "trixie/sid\n",
                        "/etc/dpkg/origins/default",
                        "Vendor: Ubuntu\n"))
                .extracting(Distro::id, Distro::confidence)
                .containsExactly(tuple("debian", Confidence.HINT));
    }

    @Test
    void lsbReleaseTellsUbuntu() throws IOException {
        assertThat(say(
                        new LsbReleaseDetector(),
                        "/etc/lsb-release",
                        "DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=22.04\nDISTRIB_CODENAME=jammy\n"
                                + "DISTRIB_DESCRIPTION=\"Ubuntu 22.04.4 LTS\"\n"))
                .extracting(Distro::id, Distro::version, Distro::codename, Distro::prettyName, Distro::purlDistro)
                .containsExactly(tuple("ubuntu", "22.04", "jammy", "Ubuntu 22.04.4 LTS", "ubuntu-22.04"));
    }

    @Test
    void lsbReleaseWithoutADistributionSaysNothing() throws IOException {
        assertThat(say(new LsbReleaseDetector(), "/etc/lsb-release", "LSB_VERSION=base-4.0-amd64\n"))
                .isEmpty();
    }

    @Test
    void openwrtHasTheSameVariablesInItsOwnFile() throws IOException {
        assertThat(say(
                        new LsbReleaseDetector(),
                        "/etc/openwrt_release",
                        "DISTRIB_ID='OpenWrt'\nDISTRIB_RELEASE='23.05.3'\nDISTRIB_REVISION='r23809'\n"))
                .extracting(Distro::purlDistro, Distro::buildId)
                .containsExactly(tuple("openwrt-23.05.3", "r23809"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            https://dl-cdn.alpinelinux.org/alpine/v3.20/main, alpine, 3.20, -
            @x http://mirror/alpine/edge/testing,             alpine, -,    edge
            https://packages.wolfi.dev/os,                    wolfi,  -,    -
            https://apk.cgr.dev/chainguard,                   chainguard, -, -
            """)
    void repositoriesOfApkAreAHint(String line, String id, String version, String variant) throws IOException {
        assertThat(say(
                        new PackageHintsDetector(),
                        "/etc/apk/repositories",
                        "#http://m/alpine/v3.1/main\n" + line + "\n"))
                .extracting(Distro::id, Distro::version, Distro::variant, Distro::confidence)
                .containsExactly(tuple(id, version, variant, Confidence.HINT));
    }

    @Test
    void busyboxIsFoundByItsBannerAcrossPieces() throws IOException {
        String program = "\u007fELF" + "\0".repeat(64 * 1024 - 10) + "BusyBox v1.36.1 (2024-05-21 21:40:11 UTC)\0";

        assertThat(say(new BusyboxDetector(), "/bin/busybox", program))
                .extracting(Distro::id, Distro::version, Distro::purlDistro, Distro::confidence)
                .containsExactly(tuple("busybox", "1.36.1", "busybox-1.36.1", Confidence.HINT));
    }

    @Test
    void busyboxInsideADistributionIsNoDistribution() throws IOException {
        assertThat(say(
                        new BusyboxDetector(),
                        "/bin/busybox",
                        "BusyBox v1.36.1 (2024)",
                        "/etc/os-release",
                        "ID=alpine\n"))
                .isEmpty();
    }

    @Test
    void allDetectorsAreServicesWithTheirOwnIds() {
        assertThat(ServiceLoader.load(DistroDetector.class).stream()
                        .map(p -> p.get().id())
                        .toList())
                .containsExactlyInAnyOrder(
                        "jonah.distro.busybox",
                        "jonah.distro.lsb-release",
                        "jonah.distro.os-release",
                        "jonah.distro.package-hints",
                        "jonah.distro.release-files");
    }

    @Test
    void nothingInAnEmptyImageIsEvidence() throws IOException {
        for (DistroDetector detector : ServiceLoader.load(DistroDetector.class)) {
            Detection detection = Detection.of(detector, FakeTree.empty());
            assertThat(detection.opinions()).isEmpty();
            assertThat(detection.noticed()).isEmpty();
        }
    }
}

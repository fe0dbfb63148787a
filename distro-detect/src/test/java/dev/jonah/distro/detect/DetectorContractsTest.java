package dev.jonah.distro.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.distro.Distro;
import dev.jonah.distro.DistroDetector;
import dev.jonah.testkit.DistroDetectorContract;
import dev.jonah.testkit.FakeTree;
import java.util.List;
import org.junit.jupiter.api.Nested;

class DetectorContractsTest {
    @Nested
    class OsRelease extends DistroDetectorContract {
        @Override
        protected DistroDetector plugin() {
            return new OsReleaseDetector();
        }

        @Override
        protected FakeTree fixture() {
            return FakeTree.builder()
                    .file(
                            "/etc/os-release",
                            "# x\nNAME='Debian GNU/Linux'\nID=debian\nVERSION_ID=\"12\"\nVERSION=\"12 (bookworm)\"\nbroken\n")
                    .file("/var/lib/dpkg/status.d/base", "Package: base-files\n")
                    .build();
        }

        @Override
        protected void assertDistros(List<Distro> found) {
            assertThat(found).extracting(Distro::purlDistro).containsExactly("debian-12");
        }
    }

    @Nested
    class ReleaseFiles extends DistroDetectorContract {
        @Override
        protected DistroDetector plugin() {
            return new ReleaseFilesDetector();
        }

        @Override
        protected FakeTree fixture() {
            return FakeTree.builder()
                    .file("/etc/alpine-release", "3.20.3\n")
                    .file("/etc/centos-release", "CentOS Linux release 7.9.2009 (Core)\n")
                    .file(
                            "/etc/SuSE-release",
                            "SUSE Linux Enterprise Server 11 (x86_64)\nVERSION = 11\nPATCHLEVEL = 4\n")
                    .file("/etc/system-release-cpe", "cpe:/o:oracle:linux:6:9:server\n")
                    .file("/etc/debian_version", "bookworm/sid\n")
                    .file("/etc/dpkg/origins/default", "Vendor: Ubuntu\n")
                    .build();
        }

        @Override
        protected void assertDistros(List<Distro> found) {
            assertThat(found)
                    .extracting(Distro::purlDistro)
                    .containsExactly("centos-7", "sles-11.4", "ol-6", "alpine-3.20.3", "debian-bookworm");
        }
    }

    @Nested
    class LsbRelease extends DistroDetectorContract {
        @Override
        protected DistroDetector plugin() {
            return new LsbReleaseDetector();
        }

        @Override
        protected FakeTree fixture() {
            return FakeTree.builder()
                    .file("/etc/lsb-release", "DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=22.04\nDISTRIB_CODENAME=jammy\n")
                    .file("/etc/openwrt_release", "DISTRIB_ID='OpenWrt'\nDISTRIB_RELEASE='SNAPSHOT'\n")
                    .build();
        }

        @Override
        protected void assertDistros(List<Distro> found) {
            assertThat(found).extracting(Distro::purlDistro).containsExactly("ubuntu-22.04", "openwrt");
        }
    }

    @Nested
    class PackageHints extends DistroDetectorContract {
        @Override
        protected DistroDetector plugin() {
            return new PackageHintsDetector();
        }

        @Override
        protected FakeTree fixture() {
            return FakeTree.builder()
                    .file("/etc/dpkg/origins/default", "Vendor: Debian\nVendor-URL: https://www.debian.org/\n")
                    .file("/etc/apk/repositories", "https://dl-cdn.alpinelinux.org/alpine/v3.20/main\n")
                    .build();
        }

        @Override
        protected void assertDistros(List<Distro> found) {
            assertThat(found).extracting(Distro::purlDistro).containsExactly("debian", "alpine-3.20");
        }
    }

    @Nested
    class Busybox extends DistroDetectorContract {
        @Override
        protected DistroDetector plugin() {
            return new BusyboxDetector();
        }

        @Override
        protected FakeTree fixture() {
            return FakeTree.builder()
                    .file("/bin/busybox", "\u007fELF..BusyBox v1.36.1 (2024-05-21 21:40:11 UTC)\0")
                    .build();
        }

        @Override
        protected void assertDistros(List<Distro> found) {
            assertThat(found).extracting(Distro::purlDistro).containsExactly("busybox-1.36.1");
        }
    }
}

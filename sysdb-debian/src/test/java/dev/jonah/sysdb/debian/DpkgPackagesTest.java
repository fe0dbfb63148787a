package dev.jonah.sysdb.debian;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.Diagnostic.Severity;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ObservedTree;
import dev.jonah.testkit.PackageDatabaseContract;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DpkgPackagesTest extends PackageDatabaseContract {
    private static final String STATUS = """
            Package: base
            Essential: yes
            Status: install ok installed
            Priority: required
            Section: admin
            Installed-Size: 4KB
            Maintainer: Somebody <s@example.org>
            Architecture: amd64
            Multi-Arch: same
            Source: origin (1:2.0-1)
            Version: 1:2.0-1+b3
            Depends: libc6 (>= 2.36), x | y
            Pre-Depends: awk
            Conffiles:
             /etc/base.conf MD5
             /etc/old.conf MD5 obsolete
            Description: Something
             and more
            Homepage: https://example.org/

            Package: gone
            Status: deinstall ok config-files
            Architecture: all
            Version: 1

            Package: tool
            Status: hold ok installed
            Architecture: all
            Version: 3

            """.replace("MD5", Dpkg.EMPTY_MD5);

    @Override
    protected PackageDatabase plugin() {
        return new DpkgPackages();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/var/lib/dpkg/status", STATUS)
                .file("/var/lib/dpkg/updates/0000", "Package: late\nStatus: install ok unpacked\nVersion: 4\n")
                .file("/var/lib/dpkg/status.d/less", "Package: less1\nVersion: 5\nArchitecture: arm64\n")
                .file("/var/lib/dpkg/status.d/less.md5sums", Dpkg.EMPTY_MD5 + "  usr/bin/less\n")
                .file("/var/lib/dpkg/info/format", "1\n")
                .file(
                        "/var/lib/dpkg/info/base:amd64.list",
                        "/.\n/etc\n/etc/base.conf\n/usr/bin/base\n/usr/bin/diverted\n/usr/share/doc/base/a\n/usr/bin/base-link\n/etc/old.conf\n")
                .file(
                        "/var/lib/dpkg/info/base:amd64.md5sums",
                        Dpkg.EMPTY_MD5 + "  usr/bin/base\n" + Dpkg.EMPTY_MD5 + "  usr/bin/diverted\n" + Dpkg.EMPTY_MD5
                                + "  usr/share/doc/base/a\n")
                .file("/var/lib/dpkg/info/base:amd64.postinst", "#!/bin/sh\n")
                .file("/var/lib/dpkg/info/tool.list", "/.\n")
                .file("/var/lib/dpkg/diversions", "/usr/bin/diverted\n/usr/bin/diverted.real\n:\n")
                .file("/var/lib/dpkg/statoverride", "root #42 4755 /usr/bin/base\n")
                .file("/var/lib/dpkg/triggers/Unincorp", "ldconfig tool\n")
                .file("/var/lib/apt/extended_states", "Package: tool\nArchitecture: amd64\nAuto-Installed: 1\n")
                .file("/etc/dpkg/dpkg.cfg.d/slim", "path-exclude=/usr/share/doc/*\n")
                .file("/usr/bin/base", "")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:deb/debian/base@1:2.0-1%2Bb3?arch=amd64
                  kind system
                  architecture amd64
                  source origin 1:2.0-1
                  description Something\\nand more
                  homepage https://example.org/
                  maintainer Somebody <s@example.org>
                  dependency awk
                  dependency libc6 (>= 2.36)
                  dependency x | y
                  found-at /var/lib/dpkg/status
                  extra dpkg.essential yes
                  extra dpkg.installed-size 4KB
                  extra dpkg.multi-arch same
                  extra dpkg.priority required
                  extra dpkg.section admin
                  extra dpkg.status install ok installed
                  file /var/lib/dpkg/info/base:amd64.list type=file rule=dpkg.info
                  file /var/lib/dpkg/info/base:amd64.md5sums type=file rule=dpkg.info
                  file /var/lib/dpkg/info/base:amd64.postinst type=file rule=dpkg.info
                  file /etc type=directory rule=dpkg.list source=/var/lib/dpkg/info/base:amd64.list
                  file /etc/base.conf type=file digest=MD5 if-different=CONFIG_EDITED if-missing=CONFIG_REMOVED \
                rule=dpkg.conffile source=/var/lib/dpkg/status note=a configuration file
                  file /usr/bin/base type=file digest=MD5 mode=4755 gid=42 owner=root rule=dpkg.md5sums \
                source=/var/lib/dpkg/info/base:amd64.md5sums
                  file /usr/bin/diverted.real type=file digest=MD5 if-missing=DIVERTED rule=dpkg.md5sums \
                source=/var/lib/dpkg/diversions note=diverted from /usr/bin/diverted locally
                  file /usr/share/doc/base/a type=file digest=MD5 if-missing=EXCLUDED_DOC rule=dpkg.md5sums \
                source=/etc/dpkg/dpkg.cfg.d/slim \
                note=left out by path-exclude=/usr/share/doc/* of /etc/dpkg/dpkg.cfg.d/slim
                  file /usr/bin/base-link rule=dpkg.list source=/var/lib/dpkg/info/base:amd64.list
                  file /etc/old.conf type=file digest=MD5 if-different=CONFIG_EDITED if-missing=CONFIG_REMOVED \
                rule=dpkg.conffile source=/var/lib/dpkg/status note=a configuration file that the package has no more
                pkg:deb/debian/tool@3?arch=all
                  kind system
                  architecture all
                  source tool 3
                  found-at /var/lib/dpkg/status
                  extra dpkg.automatic true
                  extra dpkg.status hold ok installed
                  file /var/lib/dpkg/info/tool.list type=file rule=dpkg.info
                pkg:deb/debian/late@4
                  kind system
                  source late 4
                  found-at /var/lib/dpkg/updates/0000
                  extra dpkg.status install ok unpacked
                pkg:deb/debian/less1@5?arch=arm64
                  kind system
                  architecture arm64
                  source less1 5
                  found-at /var/lib/dpkg/status.d/less
                  file /var/lib/dpkg/status.d/less type=file rule=dpkg.status-d
                  file /var/lib/dpkg/status.d/less.md5sums type=file rule=dpkg.status-d
                  file /usr/bin/less type=file digest=MD5 rule=dpkg.md5sums source=/var/lib/dpkg/status.d/less.md5sums
                """.replace("=MD5", "=md5:" + Dpkg.EMPTY_MD5);
    }

    @Test
    void everythingOddOfTheFixtureIsReported() throws IOException {
        PackagesScan scan = Scans.packages(fixture());
        Dpkg.read(scan);
        assertThat(scan.diagnostics())
                .hasCodes("dpkg.updates", "dpkg.status.incomplete", "dpkg.list.missing", "dpkg.triggers.pending");
    }

    @Test
    void whoeverWantsNoFilesHasOnlyTheDatabaseItselfRead() throws IOException {
        ObservedTree tree = ObservedTree.of(fixture());
        Scans.packages(tree).withoutFiles().read(new DpkgPackages());
        assertThat(tree.read().stream().map(ImagePath::toString).sorted().toList())
                .containsExactly(
                        "/var/lib/apt/extended_states",
                        "/var/lib/dpkg/status",
                        "/var/lib/dpkg/status.d/less",
                        "/var/lib/dpkg/updates/0000");
    }

    @Test
    void eachFileOfTheDatabaseIsReadOnce() throws IOException {
        ObservedTree tree = ObservedTree.of(fixture());
        Scans.packages(tree).read(new DpkgPackages());
        assertThat(tree.read()).doesNotHaveDuplicates().contains(ImagePath.of("/var/lib/dpkg/diversions"));
    }

    @Test
    void theDistributionLabelsItsPackages() throws IOException {
        Distro ubuntu = new Distro(
                "ubuntu",
                List.of("debian"),
                null,
                "24.04",
                "noble",
                null,
                null,
                null,
                "ubuntu",
                "ubuntu-24.04",
                Distro.Confidence.DECLARED,
                ImagePath.of("/etc/os-release"));
        FakeTree tree = Dpkg.one("a", "").build();
        List<SoftwarePackage> found = Dpkg.read(Scans.packages(tree).withDistro(ubuntu));
        assertThat(found.get(0)).hasPurl("pkg:deb/ubuntu/a@1?arch=amd64&distro=ubuntu-24.04");
    }

    @Test
    void rootsInsideTheImageHaveTheirOwnLabelAndFiles() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/srv/root/var/lib/dpkg/status", Dpkg.stanza("a", ""))
                .file("/srv/root/var/lib/dpkg/info/a.list", "/usr/bin/a\n")
                .file("/srv/root/etc/os-release", "ID=ubuntu\nVERSION_ID=\"22.04\"\n")
                .build();
        List<SoftwarePackage> found = Dpkg.read(Scans.packages(tree));
        assertThat(found).hasSize(1);
        assertThat(found.get(0)).hasPurl("pkg:deb/ubuntu/a@1?arch=amd64&distro=ubuntu-22.04");
        assertThat(found.get(0)).promises("/srv/root/usr/bin/a");
    }

    @Test
    void theJournalHasTheLastWord() throws IOException {
        List<SoftwarePackage> found = Dpkg.read(FakeTree.builder()
                .file(Dpkg.PLACE + "status", Dpkg.stanza("a", "") + Dpkg.stanza("b", ""))
                .file(Dpkg.PLACE + "updates/0001", Dpkg.stanza("a", "").replace("Version: 1", "Version: 2"))
                .file(Dpkg.PLACE + "updates/0002", Dpkg.stanza("a", "").replace("Version: 1", "Version: 3"))
                .file(
                        Dpkg.PLACE + "updates/0003",
                        "Package: b\nArchitecture: amd64\nStatus: deinstall ok config-files\n")
                .file(Dpkg.PLACE + "updates/tmp.i", Dpkg.stanza("c", "")));
        assertThat(found).extracting(p -> p.purl().toString()).containsExactly("pkg:deb/debian/a@3?arch=amd64");
    }

    @Test
    void theLastStanzaOfAPackageCounts() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(
                        Dpkg.PLACE + "status",
                        Dpkg.stanza("a", "")
                                + Dpkg.stanza("a", "").replace("amd64", "i386")
                                + Dpkg.stanza("a", "").replace("Version: 1", "Version: 2"))
                .build();
        PackagesScan scan = Scans.packages(tree).withoutFiles();
        assertThat(Dpkg.read(scan))
                .extracting(p -> p.purl().toString())
                .containsExactly("pkg:deb/debian/a@2?arch=amd64", "pkg:deb/debian/a@1?arch=i386");
        assertThat(scan.diagnostics()).hasCodes("dpkg.status.twice");
    }

    @Test
    void packagesWithoutKnownStatusAreLeftOutAndReported() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(
                        Dpkg.PLACE + "status",
                        "Package: a\nVersion: 1\n\nPackage: b\nStatus: install ok odd\n\nVersion: 2\n")
                .build();
        PackagesScan scan = Scans.packages(tree);
        assertThat(Dpkg.read(scan)).isEmpty();
        assertThat(scan.diagnostics()).hasCodes("dpkg.status.no-name", "dpkg.status.unknown", "dpkg.status.unknown");
    }

    @Test
    void aDatabaseOfVcpkgIsNone() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(
                        Dpkg.PLACE + "status",
                        "Package: zlib\nVersion: 1.3\nPort-Version: 1\nArchitecture: x64-linux\nStatus: install ok installed\n")
                .build();
        PackagesScan scan = Scans.packages(tree);
        assertThat(Dpkg.read(scan)).isEmpty();
        assertThat(scan.diagnostics()).hasCodes("dpkg.status.foreign");
    }

    @Test
    void aStatusThatIsNoFileIsReported() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .symlink(Dpkg.PLACE + "status", "../../../../../nowhere")
                .build());
        assertThat(Dpkg.read(scan)).isEmpty();
        assertThat(scan.diagnostics()).has(Severity.WARNING, "dpkg.status.not-a-file", "/var/lib/dpkg/status");
    }

    @Test
    void packagesBeforeALineThatIsTooLongAreKept() {
        FakeTree tree = FakeTree.builder()
                .file(Dpkg.PLACE + "status", Dpkg.stanza("a", "") + "Package: " + "x".repeat(200))
                .build();
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 100).build();
        List<SoftwarePackage> found = new ArrayList<>();
        assertThatThrownBy(() -> new DpkgPackages()
                        .read(Scans.packages(tree).withoutFiles().withLimits(limits), found::add))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("/var/lib/dpkg/status");
        assertThat(found).hasSize(1);
    }

    @Test
    void moreFilesThanEntriesAreAllowedAreReported() throws IOException {
        PackagesScan scan = Scans.packages(Dpkg.one("a", "/a\n/b\n/c\n").build())
                .withLimits(Limits.builder().set(Limits.Name.ENTRIES, 2).build());
        assertThat(Dpkg.read(scan).get(0)).promisesFiles(2);
        assertThat(scan.diagnostics()).hasCodes("dpkg.limit");
    }

    @Test
    void distrolessStanzasOfTruncatedNamesFindTheirChecksums() throws IOException {
        SoftwarePackage found = Dpkg.only(FakeTree.builder()
                .file(Dpkg.PLACE + "status.d/libssl1", "Package: libssl1.1\nVersion: 1\n")
                .file(Dpkg.PLACE + "status.d/libssl1.1.md5sums", Dpkg.EMPTY_MD5 + "  usr/lib/libssl.so\n"));
        assertThat(found).isFoundAt("/var/lib/dpkg/status.d/libssl1");
        assertThat(found).promises("/usr/lib/libssl.so").withDigest("md5:" + Dpkg.EMPTY_MD5);
    }

    @Test
    void distrolessStanzasMayHaveListsInInfo() throws IOException {
        SoftwarePackage found = Dpkg.only(FakeTree.builder()
                .file(Dpkg.PLACE + "status.d/a", "Package: a\nVersion: 1\n")
                .file(Dpkg.PLACE + "info/a.list", "/.\n/usr/bin/a\n/usr/bin/b\n")
                .file(Dpkg.PLACE + "info/a.md5sums", Dpkg.EMPTY_MD5 + "  usr/bin/a\n"));
        assertThat(found).promises("/usr/bin/a").withDigest("md5:" + Dpkg.EMPTY_MD5);
        assertThat(found).promises("/usr/bin/b").withDigest(null);
    }
}

package dev.jonah.sysdb.alpine;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.Diagnostic.Severity;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackageDatabaseContract;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlpinePackagesTest extends PackageDatabaseContract {
    private static final String IDENTITY = "Q1AAECAwQFBgcICQoLDA0ODxAREhM=";
    private static final String SHA1 = "sha1:000102030405060708090a0b0c0d0e0f10111213";
    private static final String INSTALLED = "C:" + IDENTITY
            + """

            P:busybox
            V:1.36.1-r29
            A:x86_64
            S:500
            I:900
            T:Many tools in one
            U:https://busybox.net/
            L:GPL-2.0-only
            o:busybox-origin
            m:Somebody <s@example.org>
            t:1700000000
            c:abcdef
            D:so:libc.musl-x86_64.so.1
            p:/bin/sh cmd:busybox=1.36.1-r29
            F:bin
            R:busybox
            a:0:0:755
            """
            + "Z:" + IDENTITY + "\nR:nosum\nF:etc\nR:x.conf\nZ:" + IDENTITY + "\nF:tmp\nM:0:0:1777\n\n"
            + "P:.build-deps\nV:20240101.1\nA:noarch\nI:0\n\n";

    @Override
    protected PackageDatabase plugin() {
        return new AlpinePackages();
    }

    @Override
    protected FakeTree fixture() {
        try {
            return FakeTree.builder()
                    .file("/lib/apk/db/installed", INSTALLED)
                    .file("/lib/apk/db/triggers", IDENTITY + " /bin /usr/bin\n")
                    .file("/lib/apk/db/scripts.tar", Archives.tar("busybox-1.36.1-r29." + IDENTITY + ".trigger", "x"))
                    .file("/etc/apk/world", "busybox\n")
                    .file("/etc/apk/protected_paths.d/x.list", "+opt/x\n")
                    .build();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    protected String expected() {
        return """
                pkg:apk/alpine/busybox@1.36.1-r29?arch=x86_64
                  kind system
                  architecture x86_64
                  source busybox-origin 1.36.1-r29
                  license GPL-2.0-only
                  description Many tools in one
                  homepage https://busybox.net/
                  maintainer Somebody <s@example.org>
                  dependency so:libc.musl-x86_64.so.1
                  found-at /lib/apk/db/installed
                  extra apk.build-time 1700000000
                  extra apk.checksum ID
                  extra apk.commit abcdef
                  extra apk.installed-size 900
                  extra apk.package-size 500
                  extra apk.provides /bin/sh cmd:busybox=1.36.1-r29
                  extra apk.requested busybox
                  extra apk.scripts trigger
                  extra apk.triggers /bin /usr/bin
                  file /bin type=directory mode=755 uid=0 gid=0 rule=apk.directory
                  file /etc type=directory mode=755 uid=0 gid=0 rule=apk.directory
                  file /tmp type=directory mode=1777 uid=0 gid=0 rule=apk.directory
                  file /bin/busybox digest=SUM target-digest=SUM mode=755 uid=0 gid=0 rule=apk.checksum
                  file /bin/nosum mode=644 uid=0 gid=0 rule=apk.checksum
                  file /etc/x.conf digest=SUM target-digest=SUM mode=644 uid=0 gid=0 if-different=CONFIG_EDITED \
                if-missing=CONFIG_REMOVED rule=apk.checksum note=protected by the rule +etc
                pkg:apk/alpine/.build-deps@20240101.1?arch=noarch
                  kind system
                  architecture noarch
                  found-at /lib/apk/db/installed
                  extra apk.installed-size 0
                """.replace("ID\n", IDENTITY + "\n").replace("SUM", SHA1);
    }

    @Test
    void mergedUsrGivesOneDatabase() throws IOException {
        FakeTree tree = FakeTree.builder()
                .symlink("/lib", "usr/lib")
                .file("/usr/lib/apk/db/installed", "P:a\nV:1\n")
                .build();
        assertThat(purls(tree)).containsExactly("pkg:apk/alpine/a@1");
    }

    @Test
    void wolfiHasItsDatabaseBelowUsr() throws IOException {
        FakeTree tree = FakeTree.builder()
                .symlink("/lib/apk", "../usr/lib/apk")
                .file("/usr/lib/apk/db/installed", "P:a\nV:1\nF:etc\nR:x\n")
                .build();
        List<SoftwarePackage> found = Scans.packages(tree).read(new AlpinePackages());
        assertThat(found).hasSize(1);
        assertThat(found.get(0)).isFoundAt("/usr/lib/apk/db/installed");
        assertThat(found.get(0)).promises("/etc/x");
    }

    @Test
    void nestedRootPromisesItsOwnFilesUnderItsOwnName() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/containers/x/rootfs/lib/apk/db/installed", "P:a\nV:1\nF:etc\nR:x\n")
                .file("/containers/x/rootfs/etc/os-release", "ID=wolfi\nVERSION_ID=\"20230201\"\n")
                .build();
        List<SoftwarePackage> found = Scans.packages(tree).read(new AlpinePackages());
        assertThat(found.get(0)).hasPurl("pkg:apk/wolfi/a@1?distro=wolfi-20230201");
        assertThat(found.get(0)).promises("/containers/x/rootfs/etc/x").ifDifferent(Difference.CONFIG_EDITED);
    }

    @Test
    void uvolIsASecondDatabaseWithItsOwnWorld() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/lib/apk/db/installed", "P:a\nV:1\n")
                .file("/lib/apk/db-uvol/installed", "P:b\nV:1\n")
                .file("/lib/apk/db-uvol/world", "b>0\n")
                .build();
        List<SoftwarePackage> found = Scans.packages(tree).read(new AlpinePackages());
        assertThat(found).hasSize(2);
        assertThat(found.get(1)).hasExtra("apk.requested", "b>0");
    }

    @Test
    void whatIsNoFileIsReported() throws IOException {
        for (FakeTreeBuilder place : List.of(
                FakeTree.builder().symlink("/lib/apk/db/installed", "/nowhere"),
                FakeTree.builder().symlink("/lib/apk/db/installed", "installed"),
                FakeTree.builder().fifo("/lib/apk/db/installed"),
                FakeTree.builder().directory("/lib/apk/db/installed"))) {
            PackagesScan scan = Scans.packages(place.build());
            assertThat(scan.read(new AlpinePackages())).isEmpty();
            assertThat(scan.diagnostics()).has(Severity.WARNING, "apk.installed.not-a-file", "/lib/apk/db/installed");
        }
    }

    @Test
    void packagesBeforeALimitAreHandedOver() {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                        .file("/lib/apk/db/installed", "P:a\nV:1\n\nP:b\nT:" + "x".repeat(100) + "\n")
                        .build())
                .withLimits(Limits.builder().set(Limits.Name.LINE_BYTES, 50).build());
        List<SoftwarePackage> found = new ArrayList<>();
        assertThatThrownBy(() -> new AlpinePackages().read(scan, found::add))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("/lib/apk/db/installed");
        assertThat(found).extracting(p -> p.purl().toString()).contains("pkg:apk/alpine/a@1");
    }

    @Test
    void problemsNameLineAndPackage() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file("/lib/apk/db/installed", "P:a\nV:1\nR:x\n\nV:2\n")
                .build());
        scan.read(new AlpinePackages());
        assertThat(scan.diagnostics().all())
                .extracting(d -> d.code() + " " + d.message())
                .containsExactly(
                        "apk.installed.line line 3 (package a): R: without a directory before it: 'x'",
                        "apk.installed.no-name a package without a name");
    }

    @Test
    void whatIsRequestedAndNotInstalledIsReported() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file("/lib/apk/db/installed", "P:a\nV:1\np:cmd:b=1\n")
                .file("/etc/apk/world", "a cmd:b !c d@edge\n")
                .build());
        scan.read(new AlpinePackages());
        assertThat(scan.diagnostics().all())
                .extracting(d -> d.message())
                .containsExactly("d@edge was asked for and is not installed");
    }

    @Test
    void directoryOfSeveralPackagesHasTheModeOfTheOneWithPriority() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/lib/apk/db/installed", "P:a\nV:1\nF:tmp\n\nP:b\nV:1\nq:1000\nF:tmp\nM:0:0:1777\n")
                .build();
        List<SoftwarePackage> found = Scans.packages(tree).read(new AlpinePackages());
        assertThat(found.get(0)).promises("/tmp").withMode(null);
        assertThat(found.get(1)).promises("/tmp").withMode(01777);
    }

    @Test
    void directoriesThatTheKernelProvidesMayBeMissingAndHaveAnyMode() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/lib/apk/db/installed", "P:a\nV:1\nF:dev/pts\nF:devices\n")
                .build();
        SoftwarePackage found = Scans.packages(tree).read(new AlpinePackages()).get(0);
        assertThat(found).promises("/dev/pts").ifMissing(MissingClass.GHOST).withMode(null);
        assertThat(found)
                .promises("/devices")
                .ifMissing(MissingClass.UNEXPLAINED)
                .withMode(0755);
    }

    @Test
    void ownersOfAnUnprivilegedInstallationAreNotCompared() throws IOException {
        FakeTree tree = FakeTree.builder()
                .directory("/lib/apk/db")
                .owner("/lib/apk/db", 1000, 1000)
                .file("/lib/apk/db/installed", "P:a\nV:1\nF:x\nR:y\n")
                .build();
        assertThat(Scans.packages(tree).read(new AlpinePackages()).get(0))
                .promises("/x/y")
                .withOwner(null, null);
    }

    @Test
    void onlyChangedLinksAreConfigurationBelowInitD() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/lib/apk/db/installed", "P:a\nV:1\nF:etc/init.d\nR:link\nR:script\n")
                .symlink("/etc/init.d/link", "script")
                .file("/etc/init.d/script", "x")
                .build();
        SoftwarePackage found = Scans.packages(tree).read(new AlpinePackages()).get(0);
        assertThat(found).promises("/etc/init.d/link").ifDifferent(Difference.CONFIG_EDITED);
        assertThat(found).promises("/etc/init.d/script").ifDifferent(Difference.MODIFIED);
    }

    @Test
    void rulesOfTheImageCountAndOtherFilesDoNot() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/lib/apk/db/installed", "P:a\nV:1\nF:etc\nR:x\nF:opt\nR:y\n")
                .file("/etc/apk/protected_paths.d/a.list", "-etc/x\n")
                .file("/etc/apk/protected_paths.d/b.conf", "+opt\n")
                .build();
        SoftwarePackage found = Scans.packages(tree).read(new AlpinePackages()).get(0);
        assertThat(found).promises("/etc/x").ifDifferent(Difference.MODIFIED);
        assertThat(found).promises("/opt/y").ifDifferent(Difference.MODIFIED);
    }

    @Test
    void otherExtendedAttributesThanRecordedAreReported() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file("/lib/apk/db/installed", "P:a\nV:1\nF:bin\nR:x\na:0:0:755:" + IDENTITY + "\n")
                .file("/bin/x", "x")
                .attribute("/bin/x", "security.capability", RawText.of("other"))
                .build());
        scan.read(new AlpinePackages());
        assertThat(scan.diagnostics()).has(Severity.WARNING, "apk.attributes", "/bin/x");
    }

    private static List<String> purls(FakeTree tree) throws IOException {
        return Scans.packages(tree).read(new AlpinePackages()).stream()
                .map(p -> p.purl().toString())
                .toList();
    }
}

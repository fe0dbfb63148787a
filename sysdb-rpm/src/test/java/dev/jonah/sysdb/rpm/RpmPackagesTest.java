package dev.jonah.sysdb.rpm;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.rpm.format.HeaderBuilder;
import dev.jonah.sysdb.rpm.format.RpmTag;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackageDatabaseContract;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RpmPackagesTest extends PackageDatabaseContract {
    private static final String PLACE = "/usr/lib/sysimage/rpm/Packages.db";

    private static HeaderBuilder named(String name) {
        return HeaderBuilder.withRegion()
                .text(RpmTag.NAME, name)
                .text(RpmTag.VERSION, "1.0")
                .text(RpmTag.RELEASE, "2");
    }

    private static byte[] installed(String name, int time) {
        return named(name).sealed().int32(RpmTag.INSTALLTIME, time).build();
    }

    @Override
    protected PackageDatabase plugin() {
        return new RpmPackages();
    }

    @Override
    protected FakeTree fixture() {
        byte[] header = named("demo")
                .int32(RpmTag.EPOCH, 3)
                .text(RpmTag.ARCH, "x86_64")
                .translated(RpmTag.SUMMARY, "A demo")
                .text(RpmTag.LICENSE, "MIT")
                .text(RpmTag.VENDOR, "openSUSE")
                .text(RpmTag.PACKAGER, "Somebody")
                .text(RpmTag.SOURCERPM, "demo-src-1.0-2.src.rpm")
                .text(RpmTag.MODULARITYLABEL, "")
                .texts(RpmTag.REQUIRENAME, "sh", "sh")
                .int32(RpmTag.REQUIREFLAGS, 0, 0)
                .texts(RpmTag.REQUIREVERSION, "", "")
                .texts(RpmTag.BASENAMES, "demo")
                .texts(RpmTag.DIRNAMES, "/usr/bin/")
                .int32(RpmTag.DIRINDEXES, 0)
                .int16(RpmTag.FILEMODES, 0100755)
                .int32(RpmTag.FILESIZES, 4)
                .texts(RpmTag.FILEUSERNAME, "root")
                .texts(RpmTag.FILEGROUPNAME, "root")
                .texts(RpmTag.FILEDIGESTS, "0123456789abcdef0123456789abcdef")
                .sealed()
                .int32(RpmTag.INSTALLTIME, 1700000000)
                .int8(RpmTag.FILESTATES, 0)
                .build();
        return FakeTree.builder().file(PLACE, Ndb.of(header)).build();
    }

    @Override
    protected String expected() {
        return """
                pkg:rpm/opensuse/demo@1.0-2?arch=x86_64&epoch=3
                  kind system
                  architecture x86_64
                  source demo-src 1.0-2
                  license MIT
                  description A demo
                  maintainer Somebody
                  dependency sh
                  found-at /usr/lib/sysimage/rpm/Packages.db
                  extra rpm.install-time 1700000000
                  extra rpm.modularity-label (empty)
                  extra rpm.source-rpm demo-src-1.0-2.src.rpm
                  extra rpm.vendor openSUSE
                  file /usr/bin/demo type=file size=4 digest=md5:0123456789abcdef0123456789abcdef mode=755 owner=root \
                group=root attributes={} rule=rpm.file
                """;
    }

    private List<String> names(FileTree tree) throws IOException {
        return Scans.packages(tree).read(plugin()).stream()
                .map(p -> p.purl().name())
                .toList();
    }

    @Test
    void databaseBehindTwoLinksIsReadOnce() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(PLACE, Ndb.of(installed("a", 1)))
                .symlink("/var/lib/rpm", "../../usr/lib/sysimage/rpm")
                .symlink("/usr/share/rpm", "/usr/lib/sysimage/rpm")
                .build();
        assertThat(names(tree)).containsExactly("a");
    }

    @Test
    void newestOfTwoDatabasesCountsAndTheOtherIsReported() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(PLACE, Ndb.of(installed("a", 1), installed("b", 2)))
                .file("/var/lib/rpm/Packages.db", Ndb.of(installed("a", 1), installed("c", 3)))
                .build();
        PackagesScan scan = Scans.packages(tree);
        assertThat(scan.read(plugin())).extracting(p -> p.purl().name()).containsExactly("a", "c");
        assertThat(scan.diagnostics().all())
                .extracting(d -> d.code() + " " + d.path() + ": " + d.message())
                .containsExactly(
                        "rpm.database.stale " + PLACE + ": left out for /var/lib/rpm/Packages.db, which is newer:"
                                + " of its 2 packages 1 are not in that one");
    }

    @Test
    void copyThatRpmOstreeKeepsCountsOnlyAlone() throws IOException {
        String base = "/usr/lib/sysimage/rpm-ostree-base-db/Packages.db";
        FakeTree alone =
                FakeTree.builder().file(base, Ndb.of(installed("a", 9))).build();
        assertThat(names(alone)).containsExactly("a");
        FakeTree both = FakeTree.builder()
                .file(base, Ndb.of(installed("a", 9)))
                .file("/usr/share/rpm/Packages.db", Ndb.of(installed("b", 1)))
                .build();
        assertThat(names(both)).containsExactly("b");
    }

    @Test
    void rootInsideTheImageHasItsOwnPaths() throws IOException {
        byte[] header = named("inner")
                .texts(RpmTag.OLDFILENAMES, "/bin/x", "/../../y")
                .sealed()
                .build();
        FakeTree tree = FakeTree.builder()
                .file("/mnt/root/var/lib/rpm/Packages.db", Ndb.of(header))
                .build();
        SoftwarePackage found = Scans.packages(tree).read(plugin()).get(0);
        assertThat(found).promises("/mnt/root/bin/x");
        assertThat(found).promises("/mnt/root/y");
    }

    @Test
    void indexOfAptIsNoDatabase() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/var/lib/rpm/Packages", "Package: bash\n")
                .build();
        PackagesScan scan = Scans.packages(tree);
        assertThat(scan.read(plugin())).isEmpty();
        assertThat(scan.diagnostics().codes()).containsExactly("rpm.database.unknown");
    }

    @Test
    void editedHeaderIsReported() throws IOException {
        byte[] header = installed("realname", 1);
        header[new String(header, StandardCharsets.ISO_8859_1).indexOf("realname")] = 'R';
        PackagesScan scan =
                Scans.packages(FakeTree.builder().file(PLACE, Ndb.of(header)).build());
        SoftwarePackage found = scan.read(plugin()).get(0);
        assertThat(found.extra()).containsKey("rpm.header-digest");
        assertThat(scan.diagnostics().codes()).containsExactly("rpm.header.digest", "rpm.header.digest");
    }

    @Test
    void valuesThatHideWhatIsSignedAreReported() throws IOException {
        byte[] header = named("x").sealed().text(RpmTag.VERSION, "9").build();
        PackagesScan scan =
                Scans.packages(FakeTree.builder().file(PLACE, Ndb.of(header)).build());
        assertThat(scan.read(plugin()).get(0).extra()).containsEntry("rpm.header-overrides", "VERSION (1001)");
        assertThat(scan.diagnostics().codes()).containsExactly("rpm.header.override");
    }

    @Test
    void packageWithoutNameIsLeftOutAndReported() throws IOException {
        byte[] header = HeaderBuilder.withoutRegion().text(RpmTag.VERSION, "1").build();
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file(PLACE, Ndb.of(header, installed("b", 1)))
                .build());
        assertThat(scan.read(plugin())).extracting(p -> p.purl().name()).containsExactly("b");
        assertThat(scan.diagnostics().codes()).containsExactly("rpm.package.no-name");
    }

    @Test
    void packageThatIsRecordedTwiceCountsOnce() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file(PLACE, Ndb.of(installed("b", 1), installed("b", 1)))
                .build());
        assertThat(scan.read(plugin())).hasSize(1);
        assertThat(scan.diagnostics().codes()).containsExactly("rpm.package.twice");
    }

    @Test
    void unreadableHeaderLosesThatPackageAlone() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file(PLACE, Ndb.of(new byte[] {0, 0, 0, 9, 0, 0, 0, 9}, installed("b", 1)))
                .build());
        assertThat(scan.read(plugin())).hasSize(1);
        assertThat(scan.diagnostics().codes()).containsExactly("rpm.header.unreadable");
    }

    @Test
    void moreFilesThanAnImageMayHaveAreLeftOut() throws IOException {
        byte[] header =
                named("x").texts(RpmTag.OLDFILENAMES, "/a", "/b").sealed().build();
        PackagesScan scan = Scans.packages(
                        FakeTree.builder().file(PLACE, Ndb.of(header)).build())
                .withLimits(dev.jonah.diagnostic.Limits.builder()
                        .set(dev.jonah.diagnostic.Limits.Name.ENTRIES, 1)
                        .build());
        assertThat(scan.read(plugin()).get(0).files()).isEmpty();
        assertThat(scan.diagnostics().codes()).containsExactly("rpm.files.limit");
    }

    @Test
    void listOfAzureLinuxIsReadWhereThereIsNoDatabase() throws IOException {
        String row = "bash\t5.1-1.cm2\t1\t2\tMicrosoft Corporation\t(none)\t9\tx86_64\t0\tbash-5.1-1.cm2.src.rpm\n";
        FakeTree tree = FakeTree.builder()
                .file("/var/lib/rpmmanifest/container-manifest-2", row + "odd\n")
                .build();
        PackagesScan scan = Scans.packages(tree);
        assertThat(scan.read(plugin()).get(0))
                .hasPurl("pkg:rpm/azurelinux/bash@5.1-1.cm2?arch=x86_64")
                .hasSource("bash", "5.1-1.cm2")
                .promisesFiles(0);
        assertThat(scan.diagnostics().codes()).containsExactlyInAnyOrder("rpm.manifest.line", "rpm.manifest.only");
    }

    @Test
    void listIsLeftOutWhereThereIsADatabase() throws IOException {
        String row = "bash\t5.1-1.cm2\t1\t2\tx\t(none)\t9\tx86_64\t0\tbash-5.1-1.cm2.src.rpm\n";
        FakeTree tree = FakeTree.builder()
                .file("/var/lib/rpmmanifest/container-manifest-2", row)
                .file(PLACE, Ndb.of(installed("b", 1)))
                .build();
        assertThat(names(tree)).containsExactly("b");
    }
}

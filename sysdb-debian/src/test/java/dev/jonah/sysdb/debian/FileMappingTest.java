package dev.jonah.sysdb.debian;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.EntryType;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileMappingTest {
    @Test
    void directoriesAreToldByWhatIsThereOrBelow() throws IOException {
        SoftwarePackage found = Dpkg.only(Dpkg.one("a", "/there\n/gone\n/gone/x\n/link\n/unknown\n")
                .directory("/there")
                .symlink("/link", "there"));
        assertThat(found).promises("/there").withType(EntryType.DIRECTORY);
        assertThat(found).promises("/gone").withType(EntryType.DIRECTORY);
        assertThat(found).promises("/link").withType(null);
        assertThat(found).promises("/unknown").withType(null);
    }

    @Test
    void aLinkWhereThePackageHasADirectoryIsNotItsLink() throws IOException {
        SoftwarePackage found = Dpkg.only(Dpkg.one("a", "/bin\n/usr\n/bin/x\n").symlink("/bin", "usr/bin"));
        assertThat(found.files())
                .extracting(f -> f.path().toString())
                .doesNotContain("/bin")
                .contains("/bin/x");
    }

    @Test
    void whatOnlyTheChecksumsNameWasTakenOverByAnother() throws IOException {
        SoftwarePackage found =
                Dpkg.only(Dpkg.one("a", "/a\n").file(Dpkg.PLACE + "info/a.md5sums", Dpkg.EMPTY_MD5 + "  b\n"));
        assertThat(found.files()).extracting(f -> f.path().toString()).doesNotContain("/b");
    }

    @Test
    void aPackagesOwnDiversionIsForTheOthers() throws IOException {
        List<SoftwarePackage> found = Dpkg.read(FakeTree.builder()
                .file(Dpkg.PLACE + "status", Dpkg.stanza("dash", "") + Dpkg.stanza("bash", ""))
                .file(Dpkg.PLACE + "info/dash.list", "/bin/sh\n")
                .file(Dpkg.PLACE + "info/bash.list", "/bin/sh\n")
                .file(Dpkg.PLACE + "diversions", "/bin/sh\n/bin/sh.distrib\ndash\n"));
        assertThat(found.get(0)).promises("/bin/sh").ifMissing(MissingClass.UNEXPLAINED);
        assertThat(found.get(1)).promises("/bin/sh.distrib").ifMissing(MissingClass.DIVERTED);
    }

    @Test
    void diversionsThatLeadInACircleEnd() throws IOException {
        SoftwarePackage found =
                Dpkg.only(Dpkg.one("a", "/x\n/y\n").file(Dpkg.PLACE + "diversions", "/x\n/y\n:\n/y\n/x\n:\n"));
        assertThat(found).promises("/x");
        assertThat(found).promises("/y");
    }

    @Test
    void packagesOfSeveralArchitecturesHaveTheirOwnLists() throws IOException {
        String same = "Multi-Arch: same\n";
        List<SoftwarePackage> found = Dpkg.read(FakeTree.builder()
                .file(
                        Dpkg.PLACE + "status",
                        Dpkg.stanza("lib", same) + Dpkg.stanza("lib", same).replace("amd64", "i386"))
                .file(Dpkg.PLACE + "info/lib:amd64.list", "/64\n")
                .file(Dpkg.PLACE + "info/lib:i386.list", "/32\n"));
        assertThat(found.get(0)).promises("/64");
        assertThat(found.get(1)).promises("/32");
    }

    @Test
    void listsAreFoundUnderTheOtherKindOfNameToo() throws IOException {
        assertThat(Dpkg.only(FakeTree.builder()
                        .file(Dpkg.PLACE + "status", Dpkg.stanza("a", "Multi-Arch: same\n"))
                        .file(Dpkg.PLACE + "info/a.list", "/x\n")))
                .promises("/x");
        assertThat(Dpkg.only(FakeTree.builder()
                        .file(Dpkg.PLACE + "status", Dpkg.stanza("a", ""))
                        .file(Dpkg.PLACE + "info/a:amd64.list", "/x\n")))
                .promises("/x");
    }

    @Test
    void onlyFilesThatDpkgKeepsInInfoAreThePackages() throws IOException {
        SoftwarePackage found = Dpkg.only(Dpkg.one("a", "")
                .file(Dpkg.PLACE + "info/a.prerm", "")
                .file(Dpkg.PLACE + "info/a.evil", "")
                .file(Dpkg.PLACE + "info/.list", "")
                .file(Dpkg.PLACE + "info/b.list", ""));
        assertThat(found.files()).extracting(f -> f.path().fileName()).containsExactly("a.list", "a.prerm");
    }

    @Test
    void checksumsAndScriptsThatALaterLayerWroteAreNotThePackages() throws IOException {
        FakeTree tree = Dpkg.one("a", "/x\n")
                .file("/x", "")
                .file(Dpkg.PLACE + "info/a.md5sums", Dpkg.EMPTY_MD5 + "  x\n")
                .file(Dpkg.PLACE + "info/a.prerm", "")
                .file(Dpkg.PLACE + "info/a.postinst", "")
                .build();
        PackagesScan scan = Scans.packages(
                new LayeredTree(tree, Map.of(Dpkg.PLACE + "info/a.md5sums", 1, Dpkg.PLACE + "info/a.prerm", 2)));
        SoftwarePackage found = Dpkg.read(scan).get(0);
        assertThat(found).promises("/x").withDigest(null);
        assertThat(found.files())
                .extracting(f -> f.path().fileName())
                .containsExactlyInAnyOrder("a.list", "a.postinst", "x");
        assertThat(scan.diagnostics().all())
                .extracting(d -> d.code() + " " + d.path())
                .containsExactly(
                        "dpkg.info.later " + Dpkg.PLACE + "info/a.md5sums",
                        "dpkg.info.later " + Dpkg.PLACE + "info/a.prerm");
    }

    @Test
    void aFileThatALaterLayerBroughtIsThePackagesOnlyByItsChecksum() throws IOException {
        FakeTree tree = Dpkg.one("a", "/x\n/evil\n/old\n/link\n/etc/c\n")
                .file("/x", "")
                .file("/evil", "")
                .file("/old", "")
                .symlink("/link", "x")
                .file("/etc/c", "")
                .file(Dpkg.PLACE + "status", Dpkg.stanza("a", "Conffiles:\n /etc/c " + Dpkg.EMPTY_MD5 + "\n"))
                .file(Dpkg.PLACE + "info/a.md5sums", Dpkg.EMPTY_MD5 + "  x\n")
                .build();
        PackagesScan scan = Scans.packages(new LayeredTree(
                tree, Map.of(Dpkg.PLACE + "info/a.list", 1, "/x", 1, "/evil", 1, "/link", 1, "/etc/c", 1)));
        SoftwarePackage found = Dpkg.read(scan).get(0);
        assertThat(found).promises("/x").withDigest("md5:" + Dpkg.EMPTY_MD5);
        assertThat(found).promises("/old");
        assertThat(found).promises("/link");
        assertThat(found).promises("/etc/c").ifDifferent(Difference.CONFIG_EDITED);
        assertThat(found.files()).extracting(f -> f.path().toString()).doesNotContain("/evil");
        assertThat(scan.diagnostics().all())
                .extracting(d -> d.code() + " " + d.path())
                .containsExactly("dpkg.list.later /evil");
    }

    @Test
    void aListThatDpkgWroteAgainLeavesTheChecksumsThePackages() throws IOException {
        FakeTree tree = Dpkg.one("a", "/x\n")
                .file(Dpkg.PLACE + "info/a.md5sums", Dpkg.EMPTY_MD5 + "  x\n")
                .build();
        PackagesScan scan = Scans.packages(new LayeredTree(tree, Map.of(Dpkg.PLACE + "info/a.list", 1)));
        assertThat(Dpkg.read(scan).get(0)).promises("/x").withDigest("md5:" + Dpkg.EMPTY_MD5);
        assertThat(scan.diagnostics().all()).isEmpty();
    }

    @Test
    void configurationWithoutAHashIsNotCompared() throws IOException {
        FakeTreeBuilder tree = FakeTree.builder()
                .file(
                        Dpkg.PLACE + "status",
                        Dpkg.stanza(
                                "a",
                                "Conffiles:\n /etc/new newconffile\n /etc/none nonexistent\n"
                                        + " /etc/removed newconffile remove-on-upgrade\n"))
                .file(Dpkg.PLACE + "info/a.list", "/etc/new\n/etc/none\n")
                .file("/etc/new", "x");
        SoftwarePackage found = Dpkg.only(tree);
        assertThat(found)
                .promises("/etc/new")
                .withDigest(null)
                .withRule("dpkg.conffile")
                .ifDifferent(Difference.CONFIG_EDITED);
        assertThat(found).promises("/etc/none").ifMissing(MissingClass.CONFIG_REMOVED);
        assertThat(found.files()).extracting(f -> f.path().toString()).doesNotContain("/etc/removed");
    }

    @Test
    void configurationThatTheListDoesNotNameIsThePackagesIfItIsThere() throws IOException {
        FakeTreeBuilder tree = FakeTree.builder()
                .file(
                        Dpkg.PLACE + "status",
                        Dpkg.stanza("a", "Conffiles:\n /etc/left " + Dpkg.EMPTY_MD5 + " obsolete\n"))
                .file(Dpkg.PLACE + "info/a.list", "/.\n")
                .file("/etc/left", "");
        assertThat(Dpkg.only(tree)).promises("/etc/left").withDigest("md5:" + Dpkg.EMPTY_MD5);
    }

    @Test
    void checksumsInUpperCaseAreTheSame() throws IOException {
        String upper = Dpkg.EMPTY_MD5.toUpperCase(java.util.Locale.ROOT);
        assertThat(Dpkg.only(Dpkg.one("a", "/x\n").file(Dpkg.PLACE + "info/a.md5sums", upper + "  x\n")))
                .promises("/x")
                .withDigest("md5:" + Dpkg.EMPTY_MD5);
    }

    @Test
    void theLastRuleThatFitsLeavesOutOrTakesIn() throws IOException {
        FakeTreeBuilder tree = Dpkg.one("a", "/d/x\n/d/copyright\n/d/there\n/d/link\n/e/link\n")
                .file(
                        Dpkg.PLACE + "info/a.md5sums",
                        Dpkg.EMPTY_MD5 + "  d/x\n" + Dpkg.EMPTY_MD5 + "  d/copyright\n" + Dpkg.EMPTY_MD5
                                + "  d/there\n")
                .file("/d/there", "")
                .file("/etc/dpkg/dpkg.cfg.d/b", "path-include=/d/*copyright\n")
                .file("/etc/dpkg/dpkg.cfg.d/a", "path-exclude=/d/*\npath-exclude=/e/*\n")
                .file("/etc/dpkg/dpkg.cfg.d/a.dpkg-old", "path-include=*\n");
        SoftwarePackage found = Dpkg.only(tree);
        assertThat(found).promises("/d/x").ifMissing(MissingClass.EXCLUDED_DOC);
        assertThat(found).promises("/d/copyright").ifMissing(MissingClass.UNEXPLAINED);
        assertThat(found).promises("/d/there").ifMissing(MissingClass.UNEXPLAINED);
        // dpkg keeps what may be a link to a directory above something that is taken in.
        assertThat(found).promises("/d/link").ifMissing(MissingClass.UNEXPLAINED);
        assertThat(found).promises("/e/link").ifMissing(MissingClass.EXCLUDED_DOC);
    }

    @Test
    void theMainConfigurationComesAfterTheDirectory() throws IOException {
        FakeTreeBuilder tree = Dpkg.one("a", "/d/x\n")
                .file("/etc/dpkg/dpkg.cfg.d/z", "path-exclude=/d/*\n")
                .file("/etc/dpkg/dpkg.cfg", "path-include=/d/x\n");
        assertThat(Dpkg.only(tree)).promises("/d/x").ifMissing(MissingClass.UNEXPLAINED);
    }

    @Test
    void pathsThatClimbAreRefusedAndReported() throws IOException {
        PackagesScan scan = Scans.packages(Dpkg.one("a", "/../x\n/y/..\n/z\n").build());
        assertThat(Dpkg.read(scan).get(0).files())
                .extracting(f -> f.path().toString())
                .containsExactly("/var/lib/dpkg/info/a.list", "/z");
        assertThat(scan.diagnostics()).hasCodes("dpkg.list.outside", "dpkg.list.outside");
    }

    @Test
    void aHalfInstalledPackageSaysSo() throws IOException {
        FakeTreeBuilder tree = FakeTree.builder()
                .file(Dpkg.PLACE + "status", Dpkg.stanza("a", "").replace("ok installed", "reinstreq half-installed"))
                .file(Dpkg.PLACE + "info/a.list", "/x\n");
        SoftwarePackage found = Dpkg.only(tree);
        assertThat(found).hasExtra("dpkg.status", "install reinstreq half-installed");
        assertThat(found.files().get(1).note()).isEqualTo("the package is half-installed");
    }
}

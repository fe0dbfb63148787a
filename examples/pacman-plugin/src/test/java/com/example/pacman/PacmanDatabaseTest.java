package com.example.pacman;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.distro.Distro;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackageDatabaseContract;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacmanDatabaseTest extends PackageDatabaseContract {
    @Override
    protected PackageDatabase plugin() {
        return new PacmanDatabase();
    }

    @Override
    protected FakeTree fixture() {
        return Fixture.tree().build();
    }

    @Override
    protected String expected() {
        return """
                pkg:alpm/arch/demo@1:1.2-3?arch=x86_64
                  kind system
                  architecture x86_64
                  source demo-suite 1:1.2-3
                  license MIT
                  license custom:demo
                  description Shows what pacman records
                  maintainer Demo Packager <demo@example.org>
                  dependency sh
                  dependency glibc>=2.36
                  found-at LOCAL/desc
                  extra pacman.build-time 1700000000
                  extra pacman.install-time 1700000001
                  extra pacman.installed-size 68
                  extra pacman.optional perl: for the reports
                  extra pacman.provides demo-tool=1.2
                  extra pacman.reason dependency
                  extra pacman.validation none
                  file /etc type=directory mode=755 uid=0 gid=0 MTREE
                  file /etc/demo.conf type=file size=15 \
                digest=sha256:60deeffc16b632534546915ae38e9f8a9535828c23484ec5babcf5c2844b132a \
                mode=644 uid=0 gid=0 modified=1700000000 if-different=CONFIG_EDITED if-missing=CONFIG_REMOVED MTREE BACKUP
                  file /etc/demo.d type=directory mode=755 uid=0 gid=0 MTREE
                  file /etc/demo.d/extra.conf type=file size=10 digest=md5:e991d6de5ea9189d9ae81327fbd56c7b \
                mode=644 uid=0 gid=0 modified=1700000000 if-different=CONFIG_EDITED if-missing=CONFIG_REMOVED MTREE BACKUP
                  file /usr type=directory mode=755 uid=0 gid=0 MTREE
                  file /usr/bin type=directory mode=755 uid=0 gid=0 MTREE
                  file /usr/bin/demo-helper type=file size=13 digest=md5:4cf17a1669e140f92e644af099700dd8 \
                mode=4755 uid=0 gid=42 modified=1700000000 MTREE \
                note=kept as it was by NoUpgrade = usr/bin/demo-helper in line 5 of /etc/pacman.conf
                  file /usr/bin/demonstrate type=symlink target=demo uid=0 gid=0 modified=1700000000 MTREE
                  file /usr/share type=directory mode=755 uid=0 MTREE
                  file /usr/share/demo type=directory rule=pacman.files source=LOCAL/files
                  file /usr/share/demo/link=to spaces type=symlink target=name with spaces é #1.txt uid=0 MTREE
                  file /usr/share/demo/name with spaces é #1.txt type=file size=5 \
                digest=sha256:6667b2d1aab6a00caa5aee5af8ad9f1465e567abf1c209d15727d57b3e8f6e5f mode=644 uid=0 MTREE
                  file /usr/share/locale type=directory if-missing=EXCLUDED_DOC rule=pacman.files NOEXTRACT
                  file /usr/share/locale/de type=directory if-missing=EXCLUDED_DOC rule=pacman.files NOEXTRACT
                  file /usr/share/locale/de/demo.mo if-missing=EXCLUDED_DOC rule=pacman.files NOEXTRACT
                  file LOCAL/desc type=file rule=pacman.database OWN
                  file LOCAL/files type=file rule=pacman.database OWN
                  file LOCAL/install type=file size=22 \
                digest=sha256:dad812bd4b458ed26072a58376dc5e73f8a6beebdd273dd9ccb30de7e161a96b MTREE
                  file LOCAL/mtree type=file rule=pacman.database OWN
                """.replace("MTREE", "rule=pacman.mtree source=LOCAL/mtree")
                .replace("BACKUP", "note=a backup file of its package")
                .replace("NOEXTRACT", "source=/etc/pacman.d/options-1.conf "
                        + "note=left out by NoExtract = usr/share/locale/* in line 2 of /etc/pacman.d/options-1.conf")
                .replace("OWN", "note=read as a file of the package's entry in the database")
                .replace("LOCAL", "/var/lib/pacman/local/demo-1:1.2-3");
    }

    private static PackagesScan scan(FakeTreeBuilder tree) {
        return Scans.packages(tree.build());
    }

    private static PackageFile promise(FakeTreeBuilder tree, String path) throws IOException {
        return scan(tree).read(new PacmanDatabase()).get(0).files().stream()
                .filter(file -> file.path().equals(ImagePath.of(path)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "arch,arch", "archlinux32,arch32", "archarm,archarm", "manjaro,manjaro", "manjaro-arm,manjaro", "msys2,msys",
        "steamos,steamos", "unknown,arch"
    })
    void theDistributionGivesTheNamespace(String id, String namespace) throws IOException {
        Distro distro = new Distro(
                id, List.of(), null, null, null, null, null, null, id, null, Distro.Confidence.DECLARED, ImagePath.ROOT);
        List<SoftwarePackage> found = scan(Fixture.tree()).withDistro(distro).read(plugin());
        assertThat(found.get(0).purl().namespace()).isEqualTo(namespace);
    }

    @Test
    void aPackageWithoutReasonWasAskedFor() throws IOException {
        String desc = "%NAME%\ndemo\n\n%VERSION%\n1:1.2-3\n\n";
        List<SoftwarePackage> found =
                scan(Fixture.tree().file(Fixture.DEMO + "desc", desc)).read(plugin());
        assertThat(found.get(0).extra()).containsEntry("pacman.reason", "explicit");
    }

    @Test
    void aPackageWhoseDescriptionIsGoneIsKnownByItsDirectory() throws IOException {
        PackagesScan scan = scan(Fixture.tree().without(Fixture.DEMO + "desc"));
        List<SoftwarePackage> found = scan.read(plugin());
        assertThat(found).extracting(p -> p.purl().toString()).containsExactly("pkg:alpm/arch/demo@1:1.2-3");
        assertThat(scan.diagnostics().codes()).containsExactly("pacman.desc.missing");
    }

    @Test
    void aDescriptionInAForeignDirectoryIsReportedAndNotClaimed() throws IOException {
        String desc = "%NAME%\nother\n\n%VERSION%\n1-1\n\n";
        PackagesScan scan = scan(Fixture.tree().file(Fixture.DEMO + "desc", desc));
        SoftwarePackage found = scan.read(plugin()).get(0);
        assertThat(scan.diagnostics().codes()).containsExactly("pacman.desc.name");
        assertThat(found.files())
                .extracting(file -> file.path().toString())
                .doesNotContain(Fixture.DEMO + "desc")
                .contains(Fixture.DEMO + "files");
    }

    @Test
    void withoutMtreeFilesAreOwnedAndConfigurationIsComparedByMd5() throws IOException {
        FakeTreeBuilder tree = Fixture.tree().without(Fixture.DEMO + "mtree");
        assertThat(promise(tree, "/usr/bin/demo-helper").digest()).isNull();
        assertThat(promise(tree, "/etc/demo.conf").digest())
                .hasToString("md5:2c97bf23c8bb21395f590092f51fa2b8");
    }

    @Test
    void whatNoExtractLeftOutIsExpectedToBeMissing() throws IOException {
        PackageFile left = promise(Fixture.tree(), "/usr/share/locale/de/demo.mo");
        assertThat(left.ifMissing()).isEqualTo(MissingClass.EXCLUDED_DOC);
    }

    @Test
    void whatIsThereInSpiteOfNoExtractIsComparedByItsRecord() throws IOException {
        PackageFile there = promise(
                Fixture.tree().file("/usr/share/locale/de/demo.mo", "mo"), "/usr/share/locale/de/demo.mo");
        assertThat(there.source()).hasToString(Fixture.DEMO + "files");
    }

    @Test
    void theLastPatternOfNoExtractThatFitsCounts() throws IOException {
        FakeTreeBuilder tree = Fixture.tree()
                .file("/etc/pacman.d/options-2.conf", "[options]\nNoExtract = !usr/share/locale/de/*\n");
        assertThat(promise(tree, "/usr/share/locale/de/demo.mo").ifMissing()).isEqualTo(MissingClass.UNEXPLAINED);
    }

    @Test
    void noUpgradeExcusesConfigurationOnly() throws IOException {
        FakeTreeBuilder tree = Fixture.tree()
                .file("/etc/pacman.conf", "[options]\nNoUpgrade = usr/bin/* etc/*\n")
                .file(Fixture.DEMO + "files", "%FILES%\netc/kept\nusr/bin/demo-helper\n\n");
        assertThat(promise(tree, "/etc/kept").ifDifferent()).isEqualTo(PackageFile.Difference.CONFIG_EDITED);
        assertThat(promise(tree, "/usr/bin/demo-helper").ifDifferent()).isEqualTo(PackageFile.Difference.MODIFIED);
    }

    @Test
    void filesThatIncludeThemselvesAreReadOnceInAWhile() throws IOException {
        PackagesScan scan = scan(Fixture.tree()
                .file("/etc/pacman.conf", "Include = /etc/pacman.conf\nInclude = /etc/pacman.conf\n"));
        scan.read(plugin());
        assertThat(scan.diagnostics().codes()).contains("pacman.configuration");
    }

    @Test
    void patternsThatTakeForeverAreGivenUp() throws IOException {
        String pattern = "*a".repeat(400) + "b ";
        StringBuilder files = new StringBuilder("%FILES%\n");
        for (int i = 0; i < 3000; i++) {
            files.append("a".repeat(4000)).append(i).append('\n');
        }
        PackagesScan scan = scan(Fixture.tree()
                .file("/etc/pacman.conf", "[options]\nNoExtract = " + pattern.repeat(100) + "\n")
                .file(Fixture.DEMO + "files", files.toString()));
        assertThat(scan.read(plugin())).hasSize(1);
        assertThat(scan.diagnostics().codes()).contains("pacman.configuration");
    }

    @ParameterizedTest
    @CsvSource({"/usr/lib/holo/pacmandb", "/usr/lib/pacman"})
    void databasesOfSystemsWithAReadOnlyUsrAreFound(String place) {
        FakeTree tree = FakeTree.builder().file(place + "/local/ALPM_DB_VERSION", "9\n").build();
        assertThat(plugin().presentIn(tree)).isTrue();
    }
}

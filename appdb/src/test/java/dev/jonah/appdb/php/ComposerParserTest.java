package dev.jonah.appdb.php;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerParserTest {
    private static final String RECORD = "/p/vendor/composer/installed.json";

    @Test
    void aFileAddedToAPackageIsOwnedByDirectoryAndNothingElse() throws IOException {
        List<SoftwarePackage> found = parse(RealFiles.app().file("/srv/app/vendor/acme/beta/evil.php", "<?php"));
        assertThat(found.stream().flatMap(each -> each.files().stream()))
                .filteredOn(file -> file.path().toString().endsWith("evil.php"))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.rule()).isEqualTo("composer.directory");
                    assertThat(file.note()).isEqualTo("by directory: Composer keeps no list of files");
                    assertThat(file.digest()).isNull();
                });
    }

    @Test
    void dependenciesLeadToPackagesOfTheSameRecordAndToWhatReplacesThem() throws IOException {
        List<SoftwarePackage> found = parse(record("""
            {"packages":[
            {"name":"a/a","version":"1","require":{"A/B":"*","a/virtual":"*","php":">=8","ext-json":"*","a/gone":"*"}},
            {"name":"a/b","version":"2"},
            {"name":"a/c","version":"3","provide":{"a/virtual":"1.0"},"replace":[]}]}
            """));
        assertThat(found.get(0).resolved())
                .extracting(each -> String.valueOf(each.purl()))
                .containsExactly("pkg:composer/a/b@2", "pkg:composer/a/c@3");
        assertThat(found.get(0).dependencies()).contains("php >=8", "ext-json *");
    }

    @Test
    void theRecordOfComposer1IsReadAndPackagesLieWhereTheirNamesSay() throws IOException {
        List<SoftwarePackage> found =
                parse(record("""
                    [{"name":"a/b","version":"1.0"},{"name":"a/m","version":"1.0","type":"metapackage"}]
                    """).file("/p/vendor/a/b/x.php", "").file("/p/vendor/a/m/x.php", ""));
        assertThat(found)
                .extracting(each -> each.purl() + " " + RealFiles.claims(each))
                .containsExactly(
                        "pkg:composer/a/b@1.0 [composer.directory /p/vendor/a/b/x.php]", "pkg:composer/a/m@1.0 []");
    }

    @Test
    void aPackageInsideAnotherIsCutOut() throws IOException {
        List<SoftwarePackage> found = parse(record("""
            {"packages":[{"name":"a/core","version":"1","install-path":"../../web/core"},
            {"name":"a/module","version":"1","install-path":"../../web/core/modules/module"}]}
            """)
                .file("/p/web/core/x.php", "")
                .file("/p/web/core/modules/module/y.php", "")
                .file("/p/web/index.php", ""));
        assertThat(found)
                .extracting(RealFiles::claims)
                .containsExactly(
                        List.of("composer.directory /p/web/core/x.php"),
                        List.of("composer.directory /p/web/core/modules/module/y.php"));
        assertThat(found.get(0).extra()).containsEntry("composer.directory", "/p/web/core");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../usr/bin",
                "../../../../../..",
                "../..",
                "..",
                ".",
                "../../..",
                "../../",
                "/etc",
                "../../etc-x"
            })
    void aPathThatLeadsElsewhereClaimsNothing(String path) throws IOException {
        PackagesScan scan = Scans.packages(
                record("{\"packages\":[{\"name\":\"a/b\",\"version\":\"1\",\"install-path\":\"" + path + "\"}]}")
                        .file("/usr/bin/x", "")
                        .file("/etc/x", "")
                        .file("/p/etc-x/x", "")
                        .build());
        List<SoftwarePackage> found = scan.parse(new ComposerParser());
        assertThat(found).extracting(RealFiles::claims).containsExactly(List.of());
        assertThat(scan.diagnostics().all()).extracting(Diagnostic::code).containsExactly("composer.install-path");
    }

    @Test
    void aPackageElsewhereInTheProjectIsBelievedIfItsOwnRecordSaysTheSame() throws IOException {
        List<SoftwarePackage> found = parse(
                record("{\"packages\":[{\"name\":\"a/b\",\"version\":\"1\",\"install-path\":\"../../lib/other\"}]}")
                        .file("/p/lib/other/composer.json", "{\"name\":\"A/B\"}")
                        .file("/p/lib/other/x.php", ""));
        assertThat(RealFiles.claims(found.get(0))).hasSize(2);
    }

    @Test
    void aLinkedPackageOwnsTheLinkAndWhatSaysThatItIsThatPackage() throws IOException {
        FakeTreeBuilder tree = record(
                        "{\"packages\":[{\"name\":\"a/b\",\"version\":\"1\",\"install-path\":\"../a/b\"}]}")
                .symlink("/p/vendor/a/b", "/packages/b")
                .file("/packages/b/x.php", "");
        assertThat(RealFiles.claims(parse(tree).get(0))).containsExactly("composer.link /p/vendor/a/b");
        tree.file("/packages/b/composer.json", "{\"name\":\"a/b\"}");
        assertThat(RealFiles.claims(parse(tree).get(0)))
                .containsExactly(
                        "composer.link /p/vendor/a/b",
                        "composer.directory /packages/b/composer.json",
                        "composer.directory /packages/b/x.php");
    }

    @Test
    void packagesOfComposersOwnVendorNameLieBesideItsRecords() throws IOException {
        List<SoftwarePackage> found = parse(record(
                        "{\"packages\":[{\"name\":\"composer/semver\",\"version\":\"3\",\"install-path\":\"./semver\"}]}")
                .file("/p/vendor/composer/semver/x.php", "")
                .file("/p/vendor/composer/planted.php", ""));
        assertThat(RealFiles.claims(found.get(0)))
                .containsExactly("composer.directory /p/vendor/composer/semver/x.php");
    }

    @Test
    void theRecordForPhpIsReadWhereOnlyThatIsLeft() throws IOException {
        List<SoftwarePackage> found = parse(RealFiles.app().without("/srv/app/vendor/composer/installed.json"));
        assertThat(found)
                .extracting(each -> each.purl() + " " + each.foundAt().get(0).fileName() + " "
                        + each.extra().get("composer.dev"))
                .containsExactly(
                        "pkg:composer/acme/alpha@v1.2.0 installed.php null",
                        "pkg:composer/acme/beta@2.1.3 installed.php null",
                        "pkg:composer/acme/meta@1.0 installed.php null",
                        "pkg:composer/acme/shop@0.9.0 composer.json null");
        assertThat(RealFiles.claims(found.get(1))).contains("composer.directory /srv/app/vendor/acme/beta/src/B.php");
    }

    @Test
    void aProjectWithoutANameIsNoPackage() throws IOException {
        assertThat(parse(record("[]").file("/p/composer.json", "{\"require\":{}}")))
                .isEmpty();
    }

    @Test
    void theProjectOfComposer1IsToldByItsDescription() throws IOException {
        assertThat(parse(record("[]").file("/p/composer.json", "{\"name\":\"a/project\"}")))
                .extracting(each -> each.purl() + " " + RealFiles.claims(each))
                .containsExactly("pkg:composer/a/project [composer.project /p/composer.json]");
    }

    @Test
    void aPackageThatBringsItsOwnPackagesIsNoProject() throws IOException {
        assertThat(parse(record("{\"packages\":[{\"name\":\"a/b\",\"version\":\"1\",\"install-path\":\"../a/b\"}]}")
                        .file("/p/vendor/a/b/composer.json", "{\"name\":\"a/b\"}")
                        .file(
                                "/p/vendor/a/b/vendor/composer/installed.json",
                                "[{\"name\":\"c/d\",\"version\":\"2\"}]")))
                .extracting(each -> each.purl().toString())
                .containsExactly("pkg:composer/c/d@2", "pkg:composer/a/b@1");
    }

    @Test
    void packagesThatShareADirectoryClaimItOnce() throws IOException {
        assertThat(parse(record("{\"packages\":[{\"name\":\"a/b\",\"version\":\"1\",\"install-path\":\"../x\"},"
                                + "{\"name\":\"a/c\",\"version\":\"1\",\"install-path\":\"../x\"}]}")
                        .file("/p/vendor/x/f.php", "")))
                .extracting(each -> each.files().size())
                .containsExactly(1, 0);
    }

    @Test
    void aPathThroughALinkThatLeadsOutOfTheProjectClaimsNothing() throws IOException {
        PackagesScan scan = Scans.packages(
                record("{\"packages\":[{\"name\":\"a/bin\",\"version\":\"1\",\"install-path\":\"../../web/bin\"}]}")
                        .symlink("/p/web", "/usr")
                        .file("/usr/bin/x", "")
                        .build());
        assertThat(scan.parse(new ComposerParser()))
                .extracting(RealFiles::claims)
                .containsExactly(List.of());
        assertThat(scan.diagnostics().all()).extracting(Diagnostic::code).containsExactly("composer.install-path");
    }

    @Test
    void recordsInsideEachOtherAreReadToABoundedDepth() throws IOException {
        FakeTreeBuilder tree = FakeTree.builder();
        for (int depth = 0; depth < 12; depth++) {
            tree.file(
                    "/p" + "/vendor/a/b".repeat(depth) + "/vendor/composer/installed.json",
                    "[{\"name\":\"a/b\",\"version\":\"1\"}]");
        }
        PackagesScan scan = Scans.packages(tree.build());
        assertThat(scan.parse(new ComposerParser())).hasSize(9);
        assertThat(scan.diagnostics().all()).extracting(Diagnostic::code).containsOnly("composer.nested");
    }

    @Test
    void aRecordThatIsNoneIsReported() throws IOException {
        PackagesScan scan =
                Scans.packages(record("{\"packages\":[{\"name\":\"a/b\",").build());
        assertThat(scan.parse(new ComposerParser())).isEmpty();
        assertThat(scan.diagnostics().all()).extracting(Diagnostic::code).containsExactly("composer.record");
    }

    @Test
    void aNameThatCannotBeIsReportedAndOthersAreKept() throws IOException {
        PackagesScan scan = Scans.packages(record(
                        "[{\"name\":\"../x\",\"version\":\"1\"},{\"version\":\"1\"},1,{\"name\":\"a/b\",\"version\":\"1\"}]")
                .build());
        assertThat(scan.parse(new ComposerParser()))
                .extracting(each -> each.purl().toString())
                .containsExactly("pkg:composer/a/b@1");
        assertThat(scan.diagnostics().all())
                .extracting(Diagnostic::code)
                .containsExactly("composer.package.name", "composer.package.name");
    }

    @Test
    void otherFilesOfThatNameAreNoRecords() throws IOException {
        assertThat(parse(FakeTree.builder().file("/installed.json", "[]").file("/composer/installed.json", "[]")))
                .isEmpty();
    }

    private static FakeTreeBuilder record(String json) {
        return FakeTree.builder().file(RECORD, json);
    }

    private static List<SoftwarePackage> parse(FakeTreeBuilder tree) throws IOException {
        return Scans.packages(tree.build()).parse(new ComposerParser());
    }
}

package dev.jonah.appdb.r;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.fixture.Fixture;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Resolved;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryParserTest {
    private static final String SITE = "/usr/local/lib/R/site-library";
    private static final String MD5 = "0123456789abcdef0123456789abcdef";

    @Test
    void dependenciesMeanPackagesOfTheLibrariesThatRLooksInto() throws IOException {
        FakeTree tree = Fixture.of(LibraryParserTest.class, "library", SITE)
                .file("/usr/lib/R/library/stats/DESCRIPTION", "")
                .file("/usr/lib/R/library/stats/Meta/package.rds", "")
                .build();
        assertThat(parse(tree).get(0).resolved())
                .extracting(Resolved::foundAt)
                .containsExactly(
                        ImagePath.of("/usr/lib/R/library/stats/DESCRIPTION"),
                        ImagePath.of(SITE + "/greetbase/DESCRIPTION"));
    }

    @Test
    void aListOfInstalledFilesIsComparedAndIsAllThatIsClaimed() throws IOException {
        SoftwarePackage found = parse(installed("a", "")
                        .file(SITE + "/a/MD5", MD5 + " *Meta/package.rds\n" + MD5 + " *R/a.rdb\n")
                        .file(SITE + "/a/planted", "x")
                        .build())
                .get(0);
        assertThat(found).promisesFiles(3).promises(SITE + "/a/R/a.rdb").withDigest("md5:" + MD5);
        assertThat(found).promises(SITE + "/a/MD5").withDigest(null);
    }

    @Test
    void aListOfSourcesIsComparedOnlyWithWhatIsInstalledAsItIs() throws IOException {
        SoftwarePackage found = parse(installed("a", "")
                        .file(
                                SITE + "/a/MD5",
                                MD5 + " *DESCRIPTION\n" + MD5 + " *inst/data/x.txt\n" + MD5 + " *R/a.R\n")
                        .file(SITE + "/a/data/x.txt", "x")
                        .build())
                .get(0);
        assertThat(found)
                .promises(SITE + "/a/data/x.txt")
                .withDigest("md5:" + MD5)
                .ifDifferent(Difference.EXPECTED);
        assertThat(found).promises(SITE + "/a/DESCRIPTION").withDigest(null);
        assertThat(found).promisesFiles(4);
    }

    @Test
    void packagesOfBioconductorAreNotThoseOfCran() throws IOException {
        assertThat(parse(installed("Biobase", "git_url: https://git.bioconductor.org/packages/Biobase\n")
                                .build())
                        .get(0))
                .hasPurl("pkg:bioconductor/Biobase@1.0");
    }

    @Test
    void whereAPackageIsFromIsTold() throws IOException {
        assertThat(parse(installed("a", "RemoteType: github\nRemoteUsername: who\nRemoteRepo: a\nRemoteSha: 01ab\n")
                                .build())
                        .get(0))
                .hasExtra("r.remote", "who/a")
                .hasExtra("r.remote-sha", "01ab");
    }

    @Test
    void textIsReadInTheEncodingThatTheFileNames() throws IOException {
        byte[] latin1 = "Package: a\nVersion: 1.0\nBuilt: R 4\nEncoding: latin1\nTitle: Gr\u00fc\u00dfe\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        SoftwarePackage found = parse(
                        installed("a", "").file(SITE + "/a/DESCRIPTION", latin1).build())
                .get(0);
        assertThat(found.description()).isEqualTo("Gr\u00fc\u00dfe");
    }

    @Test
    void rItselfIsFoundByItsBasePackage() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(
                        "/usr/local/lib/R/library/base/DESCRIPTION",
                        "Package: base\nVersion: 4.4.1\nPriority: base\nBuilt: R 4.4.1; ; 2024; unix\n")
                .file("/usr/local/lib/R/library/base/Meta/package.rds", "")
                .file("/usr/local/lib/R/bin/R", "script")
                .file("/usr/local/lib/R/etc/Renviron", "settings")
                .file("/usr/local/lib/R/planted", "x")
                .build();
        List<SoftwarePackage> found = parse(tree);
        assertThat(found).hasSize(2);
        assertThat(found.get(1)).hasPurl("pkg:generic/R@4.4.1").promisesFiles(2).promises("/usr/local/lib/R/bin/R");
    }

    @Test
    void aDirectoryOfAnotherNameIsReported() throws IOException {
        PackagesScan scan = Scans.packages(installed("a", "")
                .file(SITE + "/a/DESCRIPTION", "Package: b\nVersion: 1.0\nBuilt: R 4\n")
                .build());
        assertThat(scan.parse(new LibraryParser())).isEmpty();
        assertThat(scan.diagnostics().codes()).containsExactly("r.description.name");
    }

    private static FakeTreeBuilder installed(String name, String more) {
        return FakeTree.builder()
                .file(
                        SITE + "/" + name + "/DESCRIPTION",
                        "Package: " + name + "\nVersion: 1.0\nBuilt: R 4.4.1\n" + more)
                .file(SITE + "/" + name + "/Meta/package.rds", "");
    }

    private static List<SoftwarePackage> parse(FakeTree tree) throws IOException {
        return Scans.packages(tree).parse(new LibraryParser());
    }
}

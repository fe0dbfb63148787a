package dev.jonah.appdb.perl;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.fixture.Fixture;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacklistParserTest {
    private static final String LIBRARIES = "/usr/local/lib/perl5/site_perl/5.38.0/x86_64-linux";

    @Test
    void aDependencyMeansTheListOfItsModuleInTheSameLibraries() throws IOException {
        FakeTree tree =
                Fixture.of(PacklistParserTest.class, "greet", "/opt/greet").build();
        assertThat(parse(tree).get(1).resolved())
                .extracting(SoftwarePackage.Resolved::foundAt)
                .containsExactly(
                        ImagePath.of("/opt/greet/lib/perl5/x86_64-linux-gnu-thread-multi/auto/Greet/Base/.packlist"));
    }

    @Test
    void listsOfATreeThatWasCopiedElsewhereClaimTheFilesWhereTheyAreNow() throws IOException {
        FakeTree tree =
                Fixture.of(PacklistParserTest.class, "greet", "/srv/app/local").build();
        SoftwarePackage kind = parse(tree).get(1);
        assertThat(kind).promises("/srv/app/local/bin/greet");
        assertThat(kind).promises("/srv/app/local/lib/perl5/Greet/Kind.pm");
    }

    @Test
    void withoutRecordsOfCpanmTheMainModuleNamesTheDistribution() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(
                        LIBRARIES + "/auto/JSON/XS/.packlist",
                        LIBRARIES + "/JSON/XS.pm\n" + LIBRARIES + "/auto/JSON/XS/XS.so\n")
                .file(LIBRARIES + "/JSON/XS.pm", "package JSON::XS;\nour $VERSION = '4.03';\n")
                .build();
        assertThat(parse(tree).get(0))
                .hasPurl("pkg:cpan/JSON-XS@4.03")
                .hasExtra("cpan.identity-from", "main module")
                .promisesFiles(3)
                .promises(LIBRARIES + "/auto/JSON/XS/XS.so");
    }

    @Test
    void perlsOwnListIsThatOfPerl() throws IOException {
        String libraries = "/usr/local/lib/perl5/5.38.0/x86_64-linux-gnu";
        FakeTree tree = FakeTree.builder()
                .file(
                        libraries + "/.packlist",
                        "/usr/local/bin/perl type=link from=/usr/local/bin/perl5.38.0\n"
                                + "/usr/local/lib/perl5/5.38.0/strict.pm type=file\n")
                .build();
        assertThat(parse(tree).get(0)).hasPurl("pkg:generic/perl@5.38.0").promises("/usr/local/bin/perl");
    }

    @Test
    void whatIsNoPathInsideTheImageIsReported() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file(LIBRARIES + "/auto/A/.packlist", "/../etc/shadow\nrelative/path\n/usr/lib/A.pm\n")
                .build());
        assertThat(scan.parse(new PacklistParser()).get(0)).promisesFiles(2).promises("/usr/lib/A.pm");
        assertThat(scan.diagnostics().codes()).containsOnly("perl.packlist.path");
    }

    @Test
    void aFileOfThatNameElsewhereIsPassedOver() throws IOException {
        assertThat(parse(FakeTree.builder().file("/srv/.packlist", "/bin/sh\n").build()))
                .isEmpty();
    }

    private static List<SoftwarePackage> parse(FakeTree tree) throws IOException {
        return Scans.packages(tree).parse(new PacklistParser());
    }
}

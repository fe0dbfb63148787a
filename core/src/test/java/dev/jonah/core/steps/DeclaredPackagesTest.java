package dev.jonah.core.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jonah.Jonah;
import dev.jonah.TestImages;
import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Image;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.result.DeclaredPackage;
import dev.jonah.result.PackageResult;
import dev.jonah.result.ScanResult;
import dev.jonah.testkit.LayerBuilder;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What becomes of packages that something declares, beside those that are installed. */
class DeclaredPackagesTest {
    private static ScanResult scan(UnaryOperator<LayerBuilder> layer) throws IOException {
        return scan(layer, Limits.defaults());
    }

    private static ScanResult scan(UnaryOperator<LayerBuilder> layer, Limits limits) throws IOException {
        try (Image image = TestImages.open(layer)) {
            return Jonah.builder()
                    .pluginsFrom(null)
                    .add(new LinesManifests())
                    .limits(limits)
                    .build()
                    .scan(image);
        }
    }

    private static List<String> declared(ScanResult result) {
        return result.declared().stream()
                .map(d -> d.software().purl().toString())
                .toList();
    }

    @Test
    void namesOfPythonPackagesMayDifferInSigns() throws IOException {
        ScanResult result =
                scan(l -> l.file("/a.lines", "declared pkg:pypi/ruamel-yaml@1\ninstalled pkg:pypi/ruamel.yaml@1\n"));
        assertThat(result.declared()).isEmpty();
        assertThat(result.packages().get(0).declaredAt()).containsExactly(ImagePath.of("/a.lines"));
    }

    @Test
    void oneThatIsNotInstalledHasAListOfItsOwn() throws IOException {
        ScanResult result = scan(l -> l.file("/b.lines", "declared pkg:npm/b@1\ndeclared pkg:npm/a@1\n")
                .file("/a.lines", "declared pkg:npm/b@1\ninstalled pkg:npm/c@1\n"));
        assertThat(result.declared())
                .extracting(
                        DeclaredPackage::id,
                        d -> d.software().purl().toString(),
                        d -> d.software().foundAt().toString(),
                        DeclaredPackage::layer,
                        d -> d.software().kind())
                .containsExactly(
                        tuple("d1", "pkg:npm/a@1", "[/b.lines]", 0, Kind.DECLARED),
                        tuple("d2", "pkg:npm/b@1", "[/a.lines]", 0, Kind.DECLARED),
                        tuple("d3", "pkg:npm/b@1", "[/b.lines]", 0, Kind.DECLARED));
        assertThat(result.packageCounts()).containsOnly(org.assertj.core.api.Assertions.entry("npm", 1));
    }

    @Test
    void oneThatIsInstalledTooIsThatPackage() throws IOException {
        ScanResult result = scan(l -> l.file("/lock.lines", "declared pkg:npm/a@1\n")
                .file("/more.lines", "declared pkg:npm/a@1\n")
                .file("/one/x.lines", "installed pkg:npm/a@1\n")
                .file("/two/x.lines", "installed pkg:npm/a@2\n"));
        assertThat(result.declared()).isEmpty();
        assertThat(result.packages())
                .extracting(p -> p.software().purl().toString(), PackageResult::declaredAt)
                .containsExactly(
                        tuple("pkg:npm/a@1", List.of(ImagePath.of("/lock.lines"), ImagePath.of("/more.lines"))),
                        tuple("pkg:npm/a@2", List.of()));
    }

    @Test
    void whereItComesFromIsNoPartOfWhatItIs() throws IOException {
        assertThat(declared(scan(l -> l.file(
                                "/lock.lines",
                                "declared pkg:pypi/a@1?checksum=sha256:00\ndeclared pkg:pypi/b@1?vcs_url=git%2Bx\n"
                                        + "declared pkg:deb/debian/c@1?arch=amd64&distro=debian-12\n")
                        .file(
                                "/x.lines",
                                "installed pkg:pypi/a@1\ninstalled pkg:pypi/b@1?vcs_url=git%2By\n"
                                        + "installed pkg:deb/debian/c@1?arch=amd64&distro=bookworm\n"))))
                .isEmpty();
    }

    @Test
    void anotherArchitectureOrClassifierIsAnotherPackage() throws IOException {
        assertThat(declared(scan(l -> l.file(
                                "/lock.lines",
                                "declared pkg:deb/debian/c@1?arch=arm64\ndeclared pkg:maven/g/a@1?classifier=sources\n")
                        .file("/x.lines", "installed pkg:deb/debian/c@1?arch=amd64\ninstalled pkg:maven/g/a@1\n"))))
                .containsExactly("pkg:deb/debian/c@1?arch=arm64", "pkg:maven/g/a@1?classifier=sources");
    }

    @Test
    void oneWithoutVersionIsEveryVersionThatIsInstalled() throws IOException {
        ScanResult result = scan(l -> l.file("/requirements.lines", "declared pkg:pypi/a\ndeclared pkg:pypi/b\n")
                .file("/x.lines", "installed pkg:pypi/a@1\ninstalled pkg:pypi/a@2\n"));
        assertThat(declared(result)).containsExactly("pkg:pypi/b");
        assertThat(result.packages()).extracting(PackageResult::declaredAt).allMatch(paths -> paths.size() == 1);
    }

    @Test
    void oneWithAVersionIsNotWhatIsInstalledWithout() throws IOException {
        assertThat(declared(scan(l ->
                        l.file("/lock.lines", "declared pkg:pypi/a@1\n").file("/x.lines", "installed pkg:pypi/a\n"))))
                .containsExactly("pkg:pypi/a@1");
    }

    @Test
    void hundredsOfFilesThatDeclareOnePackageAreListedInPart() throws IOException {
        ScanResult result = scan(l -> {
            for (int i = 0; i < 300; i++) {
                l.file("/" + i + ".lines", "declared pkg:npm/a@1\n");
            }
            return l.file("/x.lines", "installed pkg:npm/a@1\n");
        });
        assertThat(result.packages().get(0).declaredAt()).hasSize(100).isSorted();
    }

    @Test
    void moreThanTheLimitAreReportedAndCostNoInstalledPackage() throws IOException {
        ScanResult result = scan(
                l -> l.file("/a.lines", "declared pkg:npm/a@1\ndeclared pkg:npm/b@1\ninstalled pkg:npm/c@1\n"),
                Limits.builder().set(Limits.Name.DECLARED_PACKAGES, 1).build());
        assertThat(declared(result)).containsExactly("pkg:npm/a@1");
        assertThat(result.packages()).hasSize(1);
        assertThat(result.diagnostics())
                .filteredOn(d -> d.code().equals("plugin.limit"))
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .contains("declared-packages");
    }

    @Test
    void aSystemPackageMayProvideTheFileThatDeclares() throws IOException {
        String lock = "declared pkg:npm/a@1\n";
        try (Image image = TestImages.open(l -> l.file("/usr/share/x/a.lines", lock)
                .file("/lib/apk/db/installed", TestImages.apk("x", "1-r0", "/usr/share/x/a.lines", lock)))) {
            ScanResult result =
                    Jonah.builder().add(new LinesManifests()).build().scan(image);
            assertThat(result.declared())
                    .extracting(DeclaredPackage::providedBy)
                    .containsExactly(result.packages().get(0).id());
        }
    }

    @Test
    void theyClaimNothing() throws IOException {
        ScanResult result = scan(l -> l.file("/lock.lines", "declared pkg:npm/a@1\n"));
        assertThat(result.files()).allMatch(file -> file.claimants().isEmpty());
    }

    @Test
    void thousandsAreJoinedInTime() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            lines.add("declared pkg:npm/p" + i + "@1");
            lines.add("installed pkg:npm/p" + i + "@" + i % 2);
        }
        assertThat(scan(l -> l.file("/a.lines", String.join("\n", lines))).declared())
                .hasSize(10_000);
    }
}

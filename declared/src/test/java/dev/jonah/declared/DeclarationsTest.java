package dev.jonah.declared;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.declared.node.NodeLocks;
import dev.jonah.declared.python.PythonLocks;
import dev.jonah.declared.rust.CargoLock;
import dev.jonah.declared.sbom.SbomParser;
import dev.jonah.diagnostic.Diagnostic.Severity;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationsTest {
    private PackagesScan scan = Scans.packages(FakeTree.empty());

    @Test
    void whatStandsBeforeTheDamageCounts() throws IOException {
        assertThat(parse(new NodeLocks(), "/app/package-lock.json", """
                        {"lockfileVersion": 3, "packages": {"node_modules/a": {"version": "1.0.0"}, "node_modules/b": {"ver"""))
                .extracting(found -> found.purl().toString())
                .containsExactly("pkg:npm/a@1.0.0");
        assertThat(scan.diagnostics()).has(Severity.ERROR, "declared.damaged", "/app/package-lock.json");
    }

    @Test
    void aTableIsCompleteWhenAnotherBegins() throws IOException {
        List<SoftwarePackage> found = parse(new CargoLock(), "/app/Cargo.lock", """
                [[package]]
                name = "libc"
                version = "0.2.7"
                source = "registry+https://github.com/rust-lang/crates.io-index"

                [metadata]
                "checksum libc 0.2.7 (registry+https://github.com/rust-lang/crates.io-index)" = "48""");
        assertThat(found).hasSize(1);
        assertThat(scan.diagnostics()).has(Severity.ERROR, "declared.damaged", "/app/Cargo.lock");
    }

    @Test
    void onePackageInTwoPlacesIsOneAndNeededForRunningIfOneOfThemIs() throws IOException {
        List<SoftwarePackage> found = parse(new NodeLocks(), "/app/package-lock.json", """
                {"lockfileVersion": 3, "packages": {
                  "node_modules/a": {"version": "1.0.0", "dev": true},
                  "node_modules/b/node_modules/a": {"version": "1.0.0"},
                  "node_modules/c/node_modules/a": {"version": "1.0.0", "resolved": "https://elsewhere.example/a.tgz"}}}
                """);
        assertThat(found).hasSize(2);
        assertThat(found.get(0).extra()).doesNotContainKey("declared.scope");
    }

    @Test
    void anUnknownVersionOfAFormatIsSaid() throws IOException {
        parse(new NodeLocks(), "/app/package-lock.json", "{\"lockfileVersion\": 9, \"tree\": []}");
        assertThat(scan.diagnostics()).hasCodes("declared.unread");
    }

    @Test
    void aNameThatCannotBeIsSaidAndTheOthersCount() throws IOException {
        List<SoftwarePackage> found = parse(new NodeLocks(), "/app/package-lock.json", """
                {"lockfileVersion": 3, "packages": {"node_modules/": {"version": "1"}, "node_modules/a": {"version": "1"}}}
                """);
        assertThat(found).hasSize(1);
        assertThat(scan.diagnostics()).has(Severity.WARNING, "declared.name", "/app/package-lock.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/node_modules/a/package-lock.json",
                "/usr/lib/python3/dist-packages/a/package-lock.json",
                "/root/go/pkg/mod/a/package-lock.json",
                "/usr/local/bundle/ruby/3.2.0/gems/a-1/package-lock.json"
            })
    void lockFilesThatCameInPackagesArePassedOver(String path) throws IOException {
        assertThat(parse(new NodeLocks(), path, "{\"packages\": {\"node_modules/a\": {\"version\": \"1\"}}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/requirements.txt",
                "/a/requirements-dev.txt",
                "/a/requirements_dev.txt",
                "/a/dev-requirements.txt",
                "/a/test_requirements.txt",
                "/a/requirements.lock.txt"
            })
    void listsOfRequirementsHaveManyNames(String path) throws IOException {
        assertThat(parse(new PythonLocks(), path, "idna==3.7\n")).hasSize(1);
    }

    @Test
    void aDocumentThatOnlyIsCalledLikeABillOfMaterialsIsNoError() throws IOException {
        assertThat(parse(new SbomParser(), "/app/bom.json", "{\"broken")).isEmpty();
        assertThat(scan.diagnostics()).isEmpty();
    }

    @Test
    void anotherFormatWithTheSameEndingIsNotRead() throws IOException {
        assertThat(parse(new SbomParser(), "/data/molecule.cdx", "VjCD0100" + "x".repeat(5 << 20)))
                .isEmpty();
        assertThat(scan.diagnostics()).isEmpty();
    }

    @Test
    void aDamagedBillOfMaterialsGivesWhatStandsBeforeTheDamage() throws IOException {
        assertThat(parse(new SbomParser(), "/app/bom.json", """
                        {"bomFormat": "CycloneDX", "components": [
                          {"type": "library", "name": "a", "version": "1", "purl": "pkg:npm/a@1"}, {"type": "libr""")).hasSize(1);
        assertThat(scan.diagnostics()).has(Severity.ERROR, "sbom.damaged", "/app/bom.json");
    }

    @Test
    void billsOfMaterialsOfWheelsAreReadWherePythonHasThem() throws IOException {
        String bom = "{\"bomFormat\": \"CycloneDX\", \"components\": [{\"name\": \"a\", \"version\": \"1\"}]}";
        String packages = "/usr/lib/python3/dist-packages/";
        assertThat(parse(new SbomParser(), packages + "a-1.dist-info/sboms/a.cdx.json", bom))
                .hasSize(1);
        assertThat(parse(new SbomParser(), packages + "a/tests/a.cdx.json", bom))
                .isEmpty();
    }

    private List<SoftwarePackage> parse(ManifestParser parser, String path, String text) throws IOException {
        scan = Scans.packages(FakeTree.builder().file(path, text).build());
        return scan.parse(parser);
    }
}

package dev.jonah.appdb.dotnet;

import static dev.jonah.appdb.dotnet.Manifests.runtime;
import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DependencyManifestParserTest {
    private static final String FRAMEWORK =
            "/usr/share/dotnet/shared/Microsoft.NETCore.App/8.0.1/Microsoft.NETCore.App";
    private static final String CONFIGURATION = "{\"runtimeOptions\": {\"tfm\": \"net8.0\"}}";

    @Test
    void aSharedFrameworkBelongsToItsPackage() throws IOException {
        String directory = FRAMEWORK.substring(0, FRAMEWORK.lastIndexOf('/'));
        FakeTree tree = FakeTree.builder()
                .file(
                        FRAMEWORK + ".deps.json",
                        new Manifests()
                                .library(
                                        "Microsoft.NETCore.App.Runtime.linux-x64/8.0.1",
                                        "package",
                                        runtime("System.Runtime.dll", "System.Gone.dll"))
                                .json())
                .file(directory + "/System.Runtime.dll", "x")
                .file(directory + "/.version", "abc\n8.0.1\n")
                .file(directory + "/Planted.dll", "x")
                .build();
        SoftwarePackage found =
                Scans.packages(tree).parse(new DependencyManifestParser()).get(0);
        assertThat(found)
                .hasPurl("pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@8.0.1")
                .hasExtra("dotnet.framework", "Microsoft.NETCore.App 8.0.1");
        assertThat(found.files())
                .extracting(file -> file.path().fileName())
                .containsExactly(
                        "Microsoft.NETCore.App.deps.json", ".version", "System.Runtime.dll", "System.Gone.dll");
    }

    @Test
    void ofTwoLibrariesWithOneAssemblyTheHigherVersionHasItAndTheOtherIsDeclared() throws IOException {
        List<SoftwarePackage> found = parse(app().file(
                        "/app/a.deps.json",
                        new Manifests()
                                .library(
                                        "System.Collections/4.3.0",
                                        "package",
                                        "\"runtime\": {\"lib/S.dll\": {\"assemblyVersion\": \"4.0.11.0\"}}")
                                .library(
                                        "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/8.0.1",
                                        "runtimepack",
                                        "\"runtime\": {\"S.dll\": {\"assemblyVersion\": \"8.0.0.0\"}}")
                                .json())
                .file("/app/S.dll", "x"));
        assertThat(found)
                .extracting(p -> p.purl() + " " + p.kind() + " " + p.files().size())
                .containsExactly(
                        "pkg:nuget/System.Collections@4.3.0 DECLARED 0",
                        "pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@8.0.1 APPLICATION 1");
    }

    @Test
    void withEqualAssemblyVersionsTheVersionOfTheFileDecides() throws IOException {
        String versions = "\"runtime\": {\"S.dll\": {\"assemblyVersion\": \"1.0.0.0\", \"fileVersion\": \"%s\"}}";
        List<SoftwarePackage> found = parse(app().file(
                        "/app/a.deps.json",
                        new Manifests()
                                .library("A/1", "package", versions.formatted("1.9.0"))
                                .library("B/1", "package", versions.formatted("1.10.0"))
                                .json())
                .file("/app/S.dll", "x"));
        assertThat(found).extracting(SoftwarePackage::kind).containsExactly(Kind.DECLARED, Kind.APPLICATION);
    }

    @Test
    void anApplicationPromisesWhatIsNotThere() throws IOException {
        List<SoftwarePackage> found = parse(app().file(
                        "/app/a.deps.json",
                        new Manifests()
                                .library("P/1", "package", runtime("lib/net8.0/P.dll"))
                                .json()));
        assertThat(found.get(0)).hasPurl("pkg:nuget/P@1").promises("/app/P.dll");
    }

    @Test
    void aLibraryPromisesOnlyWhatIsThere() throws IOException {
        String json = new Manifests()
                .library("Mine/1", "project", runtime("Mine.dll"))
                .library("P/1", "package", runtime("lib/P.dll"))
                .json();
        List<SoftwarePackage> found =
                parse(FakeTree.builder().file("/lib/Mine.deps.json", json).file("/lib/Mine.dll", "x"));
        assertThat(found)
                .extracting(p -> p.purl() + " " + p.kind())
                .containsExactly("pkg:generic/Mine@1 APPLICATION", "pkg:nuget/P@1 DECLARED");
    }

    @Test
    void whatIsBuiltForDevelopmentPromisesOnlyWhatIsThere() throws IOException {
        List<SoftwarePackage> found = parse(app().file("/app/a.runtimeconfig.dev.json", "{}")
                .file(
                        "/app/a.deps.json",
                        new Manifests()
                                .library("P/1", "package", runtime("lib/P.dll"))
                                .json()));
        assertThat(found).extracting(SoftwarePackage::kind).containsExactly(Kind.DECLARED);
    }

    @Test
    void thePlaceThatNet10WritesIsTheFilesPlace() throws IOException {
        List<SoftwarePackage> found = parse(app().file(
                        "/app/a.deps.json",
                        new Manifests()
                                .library(
                                        "P/1",
                                        "package",
                                        "\"runtime\": {\"lib/net10.0/P.dll\": {\"localPath\": \"plugins/P.dll\"}}")
                                .json())
                .file("/app/plugins/P.dll", "x"));
        assertThat(found.get(0)).promisesFiles(1).promises("/app/plugins/P.dll");
    }

    @Test
    void pathsThatLeadOutOfTheApplicationAreReportedAndClaimNothing() throws IOException {
        PackagesScan scan = Scans.packages(app().file(
                        "/app/a.deps.json",
                        new Manifests()
                                .library(
                                        "P/1",
                                        "package",
                                        "\"runtimeTargets\": {\"runtimes/../../usr/bin/evil\": {\"rid\": \"linux\"}}")
                                .json())
                .file("/usr/bin/evil", "x")
                .build());
        assertThat(scan.parse(new DependencyManifestParser()))
                .extracting(SoftwarePackage::kind)
                .containsExactly(Kind.DECLARED);
        assertThat(scan.diagnostics().codes()).containsExactly("dotnet.deps.outside");
    }

    @Test
    void dependenciesMeanTheLibrariesOfTheSameListThatAreThere() throws IOException {
        List<SoftwarePackage> found = parse(app().file(
                        "/app/a.deps.json",
                        new Manifests()
                                .library(
                                        "a/1",
                                        "project",
                                        runtime("a.dll") + ", \"dependencies\": {\"there\": \"2\", \"build\": \"3\"}")
                                .library("There/2", "package", runtime("There.dll"))
                                .library("Build/3", "package", "")
                                .json())
                .file("/app/a.dll", "x")
                .file("/app/There.dll", "x"));
        assertThat(found.get(0).dependencies()).containsExactly("there 2", "build 3");
        assertThat(found.get(0).resolved())
                .containsExactly(new SoftwarePackage.Resolved(
                        ImagePath.of("/app/a.deps.json"), Purl.parse("pkg:nuget/There@2")));
    }

    @Test
    void aFileOfTheListedVersionIsClaimed() throws IOException {
        PackagesScan scan = Scans.packages(app().file("/app/a.deps.json", versioned("3.1.0.7"))
                .file("/app/S.dll", TestAssembly.ofVersion(3, 1, 0, 7))
                .build());
        assertThat(scan.parse(new DependencyManifestParser()).get(0)).promises("/app/S.dll");
        assertThat(scan.diagnostics().all()).isEmpty();
    }

    @Test
    void aFileOfAnotherVersionIsReportedAndNotClaimed() throws IOException {
        PackagesScan scan = Scans.packages(app().file("/app/a.deps.json", versioned("3.1.0.7"))
                .file("/app/S.dll", TestAssembly.ofVersion(3, 1, 0, 8))
                .build());
        assertThat(scan.parse(new DependencyManifestParser()).get(0)).promisesFiles(0);
        assertThat(scan.diagnostics().codes()).containsExactly("dotnet.file-version");
    }

    private static String versioned(String version) {
        return new Manifests()
                .library("P/1", "package", "\"runtime\": {\"lib/S.dll\": {\"fileVersion\": \"" + version + "\"}}")
                .json();
    }

    @ParameterizedTest
    @CsvSource({
        "8.0.0, 8.0.4",
        "8.0.5, 8.1.0",
        "7.0.0, ",
        "9.0.0, ",
    })
    void anApplicationRunsOnTheNewestPatchOfTheNearestMinorVersion(String wanted, String found) throws IOException {
        String shared = "/usr/share/dotnet/shared/Microsoft.NETCore.App/";
        FakeTreeBuilder tree = FakeTree.builder()
                .file(
                        "/app/a.runtimeconfig.json",
                        "{\"runtimeOptions\": {\"framework\": {\"name\": \"Microsoft.NETCore.App\", \"version\": \""
                                + wanted + "\"}}}")
                .file("/app/a.dll", "x")
                .file(
                        "/app/a.deps.json",
                        new Manifests()
                                .library("a/1", "project", runtime("a.dll"))
                                .json());
        for (String version : List.of("6.0.9", "8.0.1", "8.0.4", "8.1.0", "8.2.0", "9.0.0-rc.1")) {
            tree.file(shared + version + "/Microsoft.NETCore.App.deps.json", "{}");
        }
        assertThat(parse(tree).get(0).resolved())
                .extracting(resolved -> resolved.foundAt().toString())
                .isEqualTo(found == null ? List.of() : List.of(shared + found + "/Microsoft.NETCore.App.deps.json"));
    }

    @Test
    void otherJsonWithSuchANameIsPassedOver() throws IOException {
        PackagesScan scan = Scans.packages(
                FakeTree.builder().file("/x.deps.json", "{\"a\": 1}").build());
        assertThat(scan.parse(new DependencyManifestParser())).isEmpty();
        assertThat(scan.diagnostics().all()).isEmpty();
    }

    private static FakeTreeBuilder app() {
        return FakeTree.builder().file("/app/a.runtimeconfig.json", CONFIGURATION);
    }

    private static List<SoftwarePackage> parse(FakeTreeBuilder tree) throws IOException {
        return Scans.packages(tree.build()).parse(new DependencyManifestParser());
    }
}

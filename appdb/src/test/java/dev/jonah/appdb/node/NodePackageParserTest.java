package dev.jonah.appdb.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodePackageParserTest {
    private static final String A = "{\"name\":\"a\",\"version\":\"1.0.0\"}";

    @Test
    void packagesOfPnpmAreFoundInItsStore() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/app/node_modules/.pnpm/a@1.0.0/node_modules/a/package.json", A)
                .symlink("/app/node_modules/a", ".pnpm/a@1.0.0/node_modules/a")
                .build();
        assertThat(Scans.packages(tree).parse(new NodePackageParser()))
                .extracting(p -> p.foundAt().toString())
                .containsExactly("[/app/node_modules/.pnpm/a@1.0.0/node_modules/a/package.json]");
    }

    @Test
    void packagesOfBunAreFoundInItsStore() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/app/node_modules/.bun/a@1.0.0/node_modules/a/package.json", A)
                .symlink("/app/node_modules/a", ".bun/a@1.0.0/node_modules/a")
                .build();
        assertThat(Scans.packages(tree).parse(new NodePackageParser()))
                .extracting(p -> p.foundAt().toString())
                .containsExactly("[/app/node_modules/.bun/a@1.0.0/node_modules/a/package.json]");
    }

    @Test
    void packagesInTheCacheOfYarn1AreSaidToBeThere() throws IOException {
        String cache = "/usr/local/share/.cache/yarn/v6/npm-a-1.0.0-0bf0be125b67-integrity/";
        assertThat(parse(cache + "node_modules/a/package.json", A).get(0).extra())
                .containsEntry("npm.cached", "true");
    }

    @Test
    void aPackageJsonThatIsInNoTreeIsNone() throws IOException {
        assertThat(parse("/usr/share/doc/x/package.json", A)).isEmpty();
        assertThat(parse("/app/node_modules/b/test/package.json", A)).isEmpty();
        assertThat(parse("/app/node_modules/.cache/package.json", A)).isEmpty();
        assertThat(parse("/node_modules/package.json", A)).isEmpty();
    }

    @Test
    void withoutNameOrVersionThereIsNoPackage() throws IOException {
        assertThat(parse("/n/node_modules/a/package.json", "{\"name\":\"b\"}")).isEmpty();
        assertThat(parse("/n/node_modules/a/package.json", "{\"version\":\"1\"}"))
                .isEmpty();
        assertThat(parse("/n/node_modules/a/package.json", "{\"name\":\"a\",\"version\":\"1\",\"unity\":\"1\"}"))
                .isEmpty();
    }

    @Test
    void aPackageThatIsCalledLikeItsDirectoryNeedsNoVersion() throws IOException {
        assertThat(parse("/n/node_modules/@s/a/package.json", "{\"name\":\"@s/a\"}"))
                .extracting(p -> p.purl().toString())
                .containsExactly("pkg:npm/%40s/a");
    }

    @Test
    void whatNpmDidNotInstallOrInstalledInAnotherVersionIsReported() throws IOException {
        var scan = Scans.packages(FakeTree.builder()
                .file(
                        "/app/node_modules/.package-lock.json",
                        "{\"packages\":{\"node_modules/a\":{\"version\":\"2.0.0\"}}}")
                .file("/app/node_modules/a/package.json", A)
                .file("/app/node_modules/b/package.json", "{\"name\":\"b\",\"version\":\"1.0.0\"}")
                .build());
        scan.parse(new NodePackageParser());
        assertThat(scan.diagnostics().all())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder("npm.lock.differs", "npm.lock.unnamed");
    }

    @Test
    void theLockOfAWorkspaceSpeaksOfItsPartsToo() throws IOException {
        var scan = Scans.packages(FakeTree.builder()
                .file(
                        "/app/node_modules/.package-lock.json",
                        "{\"packages\":{\"packages/util/node_modules/a\":{\"version\":\"1.0.0\"}}}")
                .file("/app/packages/util/node_modules/a/package.json", A)
                .build());
        assertThat(scan.parse(new NodePackageParser()).get(0).extra()).containsEntry("npm.in-lock", "true");
    }

    @Test
    void aManifestThatIsNoJsonIsReportedOnlyWhereAPackageMustBe() throws IOException {
        var scan = Scans.packages(FakeTree.builder()
                .file("/app/node_modules/a/package.json", "{")
                .file("/app/node_modules/a/fixtures/package.json", "{")
                .build());
        scan.parse(new NodePackageParser());
        assertThat(scan.diagnostics().all())
                .extracting(d -> d.code() + " " + d.path())
                .containsExactly("npm.package.json /app/node_modules/a/package.json");
    }

    @Test
    void aNameThatCannotBeIsReported() throws IOException {
        var scan = Scans.packages(FakeTree.builder()
                .file("/app/node_modules/a/package.json", "{\"name\":\"../a\",\"version\":\"1\"}")
                .build());
        assertThat(scan.parse(new NodePackageParser())).isEmpty();
        assertThat(scan.diagnostics().all()).extracting(Diagnostic::code).containsExactly("npm.package.name");
    }

    private static List<SoftwarePackage> parse(String path, String json) throws IOException {
        return Scans.packages(FakeTree.builder().file(path, json).build()).parse(new NodePackageParser());
    }
}

package dev.jonah.appdb.dotnet;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageFolderParserContractTest extends ManifestParserContract {
    private static final String LIBRARY = TestPackage.FOLDER + "/lib/net8.0/Some.Thing.dll";

    @Override
    protected ManifestParser plugin() {
        return new PackageFolderParser();
    }

    @Override
    protected FakeTree fixture() {
        return TestPackage.tree().build();
    }

    @Override
    protected void assertPackages(List<SoftwarePackage> found) {
        assertThat(found).hasSize(1);
        SoftwarePackage thing = found.get(0);
        assertThat(thing)
                .hasPurl("pkg:nuget/Some.Thing@1.2.0")
                .hasExtra("nuget.source", "https://feed.example")
                .hasExtra("nuget.commit", "0123abcd")
                .promisesFiles(7)
                .promises(LIBRARY)
                .withRule("nuget.unpacked")
                .withSize(7L)
                .withDigest(Digest.compute(Digest.Algorithm.SHA256, "managed".getBytes(StandardCharsets.UTF_8))
                        .toString());
        assertThat(thing).promises(TestPackage.ARCHIVE).withRule("nuget.archive");
        assertThat(thing).promises(TestPackage.FOLDER + "/content/a b.txt").withSize(4L);
        assertThat(thing)
                .promises(TestPackage.FOLDER + "/lib/net8.0/Some.Thing.xml")
                .ifMissing(MissingClass.EXCLUDED_DOC);
        assertThat(thing.dependencies()).containsExactly("Other [2.0.0, )");
        assertThat(thing.licenses()).containsExactly("MIT");
    }

    @Test
    void anArchiveThatIsNotTheRecordedOneVouchesForNothing() throws IOException {
        SoftwarePackage found = parse(TestPackage.tree()
                        .file(TestPackage.ARCHIVE + ".sha512", "A".repeat(86) + "==")
                        .build())
                .get(0);
        assertThat(found).promises(LIBRARY).withDigest(null).withRule("nuget.folder");
        assertThat(found).promises(TestPackage.ARCHIVE).withRule("nuget.archive");
    }

    @Test
    void withoutTheArchiveOnlyTheMetadataIsClaimed() throws IOException {
        assertThat(parse(TestPackage.tree().without(TestPackage.ARCHIVE).build())
                        .get(0))
                .promisesFiles(3);
    }

    @Test
    void aSpecificationElsewhereIsNoInstalledPackage() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file("/src/some.thing.nuspec", "<package/>")
                .file("/src/a/some.thing/1.0/some.thing.nuspec", "<package/>")
                .build());
        assertThat(scan.parse(new PackageFolderParser())).isEmpty();
        assertThat(scan.diagnostics().all()).isEmpty();
    }

    private static List<SoftwarePackage> parse(FakeTree tree) throws IOException {
        return Scans.packages(tree).parse(new PackageFolderParser());
    }
}

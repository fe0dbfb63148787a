package dev.jonah.appdb.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jonah.appdb.Edges;
import dev.jonah.appdb.java.Zips;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.Digest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PnpPackagesTest {
    private static final byte[] A = archive("a", "1.0.0");
    private static final byte[] B = archive("b", "2.0.0");

    private static byte[] archive(String name, String version) {
        return Zips.zip()
                .text("node_modules/" + name + "/test/package.json", json("fixture", "9"))
                .text("node_modules/" + name + "/package.json", json(name, version))
                .bytes();
    }

    private static String json(String name, String version) {
        return "{\"name\":\"" + name + "\",\"version\":\"" + version + "\"}";
    }

    private static String entry(String name, String reference, String location, String... dependencies) {
        return "[\"" + name + "\",[[\"" + reference + "\",{\"packageLocation\":\"" + location
                + "\",\"packageDependencies\":[" + String.join(",", dependencies) + "]}]]]";
    }

    private static String map(String... entries) {
        return "{\"packageRegistryData\":[" + String.join(",", entries) + "]}";
    }

    /** A project with a package in an archive, one in a directory, one in a shared cache, and a part of its own. */
    private static FakeTreeBuilder shop() {
        return FakeTree.builder()
                .file(
                        "/app/.pnp.data.json",
                        map(
                                entry(
                                        "shop",
                                        "workspace:.",
                                        "./",
                                        "[\"a\",\"npm:1.0.0\"]",
                                        "[\"util\",\"workspace:util\"]"),
                                entry("util", "workspace:util", "./util/", "[\"b\",\"virtual:00#npm:2.0.0\"]"),
                                entry(
                                        "a",
                                        "npm:1.0.0",
                                        "./.yarn/cache/a.zip/node_modules/a/",
                                        "[\"a\",\"npm:1.0.0\"]",
                                        "[\"x\",[\"c\",\"npm:3.0.0\"]]"),
                                entry(
                                        "b",
                                        "virtual:00#npm:2.0.0",
                                        "./.yarn/__virtual__/b-00/2/root/.yarn/berry/cache/b.zip/node_modules/b/"),
                                entry("c", "npm:3.0.0", "./.yarn/unplugged/c/node_modules/c/", "[\"a\",\"npm:1.0.0\"]"),
                                entry("gone", "npm:1.0.0", "./.yarn/cache/gone.zip/node_modules/gone/")))
                .file("/app/package.json", json("shop", "0.1.0"))
                .file("/app/util/package.json", json("util", "0.2.0"))
                .file("/app/.yarn/cache/a.zip", A)
                .file("/root/.yarn/berry/cache/b.zip", B)
                .file("/app/.yarn/unplugged/c/node_modules/c/package.json", json("c", "3.0.0"))
                .file(
                        "/app/yarn.lock",
                        "\"a@npm:^1\":\n  resolution: \"a@npm:1.0.0\"\n  checksum: 10c0/"
                                + Digest.compute(Digest.Algorithm.SHA512, A).hex() + "\n");
    }

    @Test
    void packagesAreFoundWhereTheMapSaysThatTheyLie() throws IOException {
        assertThat(Scans.packages(shop().build()).parse(new NodePackageParser()))
                .extracting(p -> p.purl().toString(), p -> p.foundAt().get(0).toString())
                .containsExactlyInAnyOrder(
                        tuple("pkg:npm/a@1.0.0", "/app/.yarn/cache/a.zip"),
                        tuple("pkg:npm/b@2.0.0", "/root/.yarn/berry/cache/b.zip"),
                        tuple("pkg:npm/c@3.0.0", "/app/.yarn/unplugged/c/node_modules/c/package.json"),
                        tuple("pkg:npm/shop@0.1.0", "/app/package.json"),
                        tuple("pkg:npm/util@0.2.0", "/app/util/package.json"));
    }

    @Test
    void theMapSaysWhatDependenciesMean() throws IOException {
        assertThat(Edges.of(shop().build(), new NodePackageParser()))
                .containsExactlyInAnyOrder(
                        "shop -> /app/.yarn/cache/a.zip",
                        "shop -> /app/util/package.json",
                        "util -> /root/.yarn/berry/cache/b.zip",
                        "a -> /app/.yarn/unplugged/c/node_modules/c/package.json",
                        "c -> /app/.yarn/cache/a.zip");
    }

    @Test
    void anArchiveIsPromisedWithTheChecksumOfTheLockFile() throws IOException {
        SoftwarePackage a = named("a", Scans.packages(shop().build()));
        assertThat(a.files())
                .extracting(f -> f.path().toString(), f -> f.rule(), f -> String.valueOf(f.digest()))
                .containsExactly(tuple(
                        "/app/.yarn/cache/a.zip",
                        "yarn.checksum",
                        Digest.compute(Digest.Algorithm.SHA512, A).toString()));
    }

    @Test
    void anArchiveThatNoLockFileNamesIsPromisedWithout() throws IOException {
        SoftwarePackage b = named("b", Scans.packages(shop().build()));
        assertThat(b.files())
                .extracting(f -> f.path().toString(), f -> f.rule(), f -> f.digest())
                .containsExactly(tuple("/root/.yarn/berry/cache/b.zip", "yarn.pnp", null));
    }

    @Test
    void aLaterArchiveUnderTheSameNameIsReported() throws IOException {
        PackagesScan scan = Scans.packages(
                shop().file("/app/.yarn/cache/a.zip", archive("a", "1.0.1")).build());
        scan.parse(new NodePackageParser());
        assertThat(scan.diagnostics().codes()).contains("yarn.archive.differs");
    }

    @Test
    void whatTheMapNamesAndWhatIsNotThereIsReported() throws IOException {
        PackagesScan scan = Scans.packages(shop().build());
        scan.parse(new NodePackageParser());
        assertThat(scan.diagnostics().all())
                .extracting(d -> d.code() + ": " + d.message())
                .containsExactly(
                        "yarn.pnp.absent: /app/.pnp.data.json names packages that are not there: /app/.yarn/cache/gone.zip");
    }

    @Test
    void damagedArchivesAndMapsAreReportedAndCostNothingElse() throws IOException {
        PackagesScan scan = Scans.packages(shop().file("/app/.yarn/cache/a.zip", "no archive")
                .file(
                        "/root/.yarn/berry/cache/b.zip",
                        Zips.zip().text("b/package.json", "{}").bytes())
                .file("/other/.pnp.cjs", "RAW_RUNTIME_STATE = '{")
                .build());
        assertThat(scan.parse(new NodePackageParser()))
                .extracting(p -> p.purl().name())
                .containsExactlyInAnyOrder("shop", "util", "c");
        assertThat(scan.diagnostics().codes()).containsOnly("yarn.pnp.map", "yarn.archive", "yarn.pnp.absent");
    }

    @Test
    void aProjectWithMapAndNodeModulesIsFoundOnce() throws IOException {
        assertThat(Scans.packages(shop().file("/app/node_modules/.cache/x", "x").build())
                        .parse(new NodePackageParser()))
                .filteredOn(p -> p.purl().name().equals("shop"))
                .singleElement()
                .satisfies(p -> assertThat(p.resolved()).hasSize(2));
    }

    private static SoftwarePackage named(String name, PackagesScan scan) throws IOException {
        return scan.parse(new NodePackageParser()).stream()
                .filter(p -> p.purl().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

package dev.jonah.appdb.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplodedArchiveParserTest {
    @Test
    void layersOfSpringBootGiveThePackagesOfTheirArchive() throws IOException {
        Zips shop = Zips.zip()
                .text("META-INF/MANIFEST.MF", "Start-Class: org.example.Shop\r\n\r\n")
                .pom("org.example", "shop", "1.4")
                .text("BOOT-INF/classes/org/example/Shop.class", "x")
                .text("BOOT-INF/classpath.idx", "- \"BOOT-INF/lib/text-1.9.jar\"\n")
                .bytes(
                        "BOOT-INF/lib/text-1.9.jar",
                        Zips.maven("org.example", "text", "1.9").bytes());
        FakeTree archive = FakeTree.builder().file("/shop.jar", shop.bytes()).build();
        var directory = FakeTree.builder();
        shop.entries().forEach((name, bytes) -> directory.file("/application/" + name, bytes));
        assertThat(purls(directory.build())).containsExactlyInAnyOrderElementsOf(purls(archive));
        assertThat(purls(archive)).hasSize(2);
    }

    @Test
    void aWebApplicationIsOne() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/webapps/site/WEB-INF/web.xml", "x")
                .file("/webapps/site/META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n")
                .file(
                        "/webapps/site/META-INF/maven/org.example/site/pom.properties",
                        "version=2\ngroupId=org.example\nartifactId=site\n")
                .build();
        assertThat(purls(tree)).containsExactly("pkg:maven/org.example/site@2?type=war");
    }

    @Test
    void anUnpackedPluginOfJenkinsIsOne() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file(
                        "/plugins/git/META-INF/MANIFEST.MF",
                        "Short-Name: git\r\nPlugin-Version: 5.2\r\nPlugin-Dependencies: a:1,b:2\r\n\r\n")
                .build();
        SoftwarePackage found =
                Scans.packages(tree).parse(new ExplodedArchiveParser()).get(0);
        assertThat(found.purl()).hasToString("pkg:maven/org.jenkins-ci.plugins/git@5.2");
        assertThat(found.dependencies()).containsExactly("a:1", "b:2");
        assertThat(found.files()).isEmpty();
    }

    @Test
    void whatTheManifestCallsItIsAGuess() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/x/META-INF/MANIFEST.MF", "Implementation-Title: shop\r\nImplementation-Version: 3 b\r\n\r\n")
                .build();
        SoftwarePackage found =
                Scans.packages(tree).parse(new ExplodedArchiveParser()).get(0);
        assertThat(found.purl()).hasToString("pkg:generic/shop@3");
        assertThat(found.extra()).containsEntry("java.confidence", "guessed");
    }

    @Test
    void aDamagedPomIsReported() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/x/META-INF/maven/g/a/pom.properties", "version=2\ngroupId=g\nartifactId=a\n")
                .file("/x/META-INF/maven/g/a/pom.xml", "<project>")
                .build();
        PackagesScan scan = Scans.packages(tree);
        assertThat(scan.parse(new ExplodedArchiveParser())).hasSize(1);
        assertThat(scan.diagnostics().codes()).containsExactly("java.pom");
    }

    private static List<String> purls(FakeTree tree) throws IOException {
        return Stream.concat(
                        Scans.packages(tree).parse(new JavaArchiveParser()).stream(),
                        Scans.packages(tree).parse(new ExplodedArchiveParser()).stream())
                .map(found -> found.purl().toString())
                .toList();
    }
}

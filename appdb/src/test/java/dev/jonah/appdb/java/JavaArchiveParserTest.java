package dev.jonah.appdb.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JavaArchiveParserTest {
    @Test
    void aForeignProjectDoesNotDefineTheArchive() throws IOException {
        List<SoftwarePackage> found =
                parse("/app/agent.jar", Zips.maven("org.example", "tool", "1.0").bytes());
        assertThat(found).extracting(p -> p.purl().type()).containsExactly("generic", "maven");
        assertThat(found.get(1).extra()).containsEntry("java.bundled-in", "/app/agent.jar");
        assertThat(found).allMatch(p -> p.files().isEmpty());
    }

    @Test
    void archivesInsideArchivesAreAddressed() throws IOException {
        byte[] inner = Zips.maven("g.x", "inner", "2").bytes();
        byte[] middle =
                Zips.maven("g.x", "middle", "1").bytes("lib/inner-2.jar", inner).bytes();
        byte[] outer = Zips.zip()
                .stored()
                .bytes("WEB-INF/lib/middle-1.jar", middle)
                .pom("g.x", "site", "3")
                .bytes();
        assertThat(parse("/srv/ROOT.war", outer))
                .extracting(p -> p.purl() + " " + p.extra().get("java.path"))
                .containsExactly(
                        "pkg:maven/g.x/inner@2 /srv/ROOT.war!/WEB-INF/lib/middle-1.jar!/lib/inner-2.jar",
                        "pkg:maven/g.x/middle@1 /srv/ROOT.war!/WEB-INF/lib/middle-1.jar",
                        "pkg:maven/g.x/site@3?type=war /srv/ROOT.war");
    }

    @Test
    void anArchiveIsOwnedWhereGradleRecordedItsChecksum() throws IOException {
        byte[] jar = Zips.maven("g.x", "a", "1").bytes();
        String sha1 = Digest.compute(Digest.Algorithm.SHA1, jar).hex();
        String path = "/root/.gradle/caches/modules-2/files-2.1/g.x/a/1/" + sha1 + "/a-1.jar";
        SoftwarePackage found = parse(path, jar).get(0);
        assertThat(found.files()).singleElement().satisfies(file -> {
            assertThat(file.rule()).isEqualTo("java.gradle-cache");
            assertThat(file.digest()).isEqualTo(new Digest(Digest.Algorithm.SHA1, sha1));
        });
    }

    @Test
    void onlyWhatTheClassPathNamesIsOwned() throws IOException {
        byte[] jar = Zips.maven("g.x", "a", "1").bytes();
        FakeTree tree = FakeTree.builder()
                .file(
                        "/app/run.jar",
                        Zips.zip()
                                .text("META-INF/MANIFEST.MF", "Class-Path: lib/a-1.jar\r\n\r\n")
                                .bytes())
                .file("/app/lib/a-1.jar", jar)
                .file("/app/lib/a-2.jar", jar)
                .build();
        assertThat(Scans.packages(tree).parse(new JavaArchiveParser()))
                .flatExtracting(SoftwarePackage::files)
                .extracting(file -> file.path() + " " + file.rule())
                .containsExactly("/app/lib/a-1.jar java.class-path");
    }

    @Test
    void whatTheManifestHintsAtIsNoGroup() throws IOException {
        SoftwarePackage found = parse(
                        "/asm-fork-7.1.jar",
                        Zips.zip()
                                .text("META-INF/MANIFEST.MF", "Bundle-SymbolicName: org.objectweb.asm-fork\r\n\r\n")
                                .bytes())
                .get(0);
        assertThat(found.purl().type()).isEqualTo("generic");
        assertThat(found.purl().qualifiers()).containsKey("checksum");
        assertThat(found.extra())
                .containsEntry("java.confidence", "guessed")
                .containsEntry("java.group-candidate", "org.objectweb")
                .doesNotContainKey("java.name-agrees");
    }

    @Test
    void ofTwoProjectsOfOneNameTheBundleTellsWhichIsItsOwn() throws IOException {
        byte[] jar = Zips.zip()
                .text("META-INF/MANIFEST.MF", "Bundle-SymbolicName: com.sun.xml.bind.jaxb-core\r\n\r\n")
                .pom("org.glassfish.jaxb", "jaxb-core", "4.0.5")
                .pom("com.sun.xml.bind", "jaxb-core", "4.0.5")
                .bytes();
        assertThat(parse("/jaxb-core-4.0.5.jar", jar))
                .extracting(p -> p.purl().namespace() + " " + p.extra().get("java.bundled-in"))
                .containsExactly("com.sun.xml.bind null", "org.glassfish.jaxb /jaxb-core-4.0.5.jar");
    }

    @Test
    void theIndexOfQuarkusNamesAnArchive() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/app/lib/main/g.x.a-1.jar", Zips.maven("g.x", "a", "1").bytes())
                .file("/app/lib/main/g.x.b-1.jar", Zips.maven("g.x", "b", "1").bytes())
                .file(
                        "/app/quarkus/quarkus-application.dat",
                        "\u00f01T2\0\0\0\2\0\1A\0\1\0\24lib/main/g.x.a-1.jar".getBytes(StandardCharsets.ISO_8859_1))
                .build();
        assertThat(Scans.packages(tree).parse(new JavaArchiveParser()))
                .flatExtracting(SoftwarePackage::files)
                .extracting(file -> file.path() + " " + file.rule())
                .containsExactly("/app/lib/main/g.x.a-1.jar java.classpath-index");
    }

    @Test
    void theCacheOfIvyTellsTheCoordinates() throws IOException {
        String path = "/root/.ivy2/cache/g.x/a/bundles/a-1.2.jar";
        SoftwarePackage found =
                parse(path, Zips.zip().text("A.class", "x").bytes()).get(0);
        assertThat(found.purl()).hasToString("pkg:maven/g.x/a@1.2");
        assertThat(found.files()).isEmpty();
    }

    @Test
    void aNameThatClimbsIsReported() throws IOException {
        PackagesScan scan = Scans.packages(
                tree("/a.jar", Zips.zip().text("../../etc/passwd", "x").bytes()));
        scan.parse(new JavaArchiveParser());
        assertThat(scan.diagnostics().codes()).containsExactly("java.entry-name");
    }

    @Test
    @Timeout(120)
    void aBombIsNotUnpacked() throws IOException {
        byte[] bomb = Zips.zip().bytes("zeros", new byte[70 << 20]).stored().bytes();
        PackagesScan scan = Scans.packages(
                tree("/a.jar", Zips.zip().bytes("lib/bomb.jar", bomb).bytes()));
        assertThat(scan.parse(new JavaArchiveParser())).hasSize(2);
        assertThat(scan.diagnostics().codes()).containsExactly("java.archive-limit");
    }

    @Test
    void nestingHasAnEnd() throws IOException {
        byte[] jar = Zips.maven("g.x", "a", "1").bytes();
        for (int i = 0; i < 20; i++) {
            jar = Zips.zip().stored().bytes("a-1.jar", jar).bytes();
        }
        PackagesScan scan = Scans.packages(tree("/a.jar", jar));
        assertThat(scan.parse(new JavaArchiveParser())).hasSize(Budget.DEPTH + 1);
        assertThat(scan.diagnostics().codes()).containsExactly("java.archive-limit");
    }

    private static FakeTree tree(String path, byte[] bytes) {
        return FakeTree.builder().file(path, bytes).build();
    }

    private static List<SoftwarePackage> parse(String path, byte[] bytes) throws IOException {
        return Scans.packages(tree(path, bytes)).parse(new JavaArchiveParser());
    }
}

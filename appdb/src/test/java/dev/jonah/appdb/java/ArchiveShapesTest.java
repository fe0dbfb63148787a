package dev.jonah.appdb.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ways in which applications are put into one archive. */
class ArchiveShapesTest {
    private static final byte[] TEXT = Zips.maven("org.example", "text", "1.9").bytes();

    @Test
    void oneJarHasItsProgramAndLibrariesAsArchives() throws IOException {
        byte[] one = Zips.zip()
                .text("META-INF/MANIFEST.MF", "Main-Class: com.simontuffs.onejar.Boot\r\n\r\n")
                .text("com/simontuffs/onejar/Boot.class", "x")
                .bytes("main/main.jar", Zips.maven("org.example", "main", "1").bytes())
                .bytes("lib/text-1.9.jar", TEXT)
                .bytes();
        assertThat(parse("/opt/tool-1.jar", one))
                .containsExactly(
                        "pkg:maven/org.example/main@1 /opt/tool-1.jar!/main/main.jar",
                        "pkg:maven/org.example/text@1.9 /opt/tool-1.jar!/lib/text-1.9.jar",
                        "pkg:generic/tool@1 /opt/tool-1.jar");
    }

    @Test
    void aCapsuleHasItsLibrariesBesideItsClasses() throws IOException {
        byte[] capsule = Zips.zip()
                .text("META-INF/MANIFEST.MF", "Main-Class: Capsule\r\nApplication-Class: a.A\r\n\r\n")
                .text("Capsule.class", "x")
                .bytes("text-1.9.jar", TEXT)
                .pom("org.example", "shop", "2")
                .bytes();
        assertThat(parse("/opt/shop-2.jar", capsule))
                .containsExactly(
                        "pkg:maven/org.example/text@1.9 /opt/shop-2.jar!/text-1.9.jar",
                        "pkg:maven/org.example/shop@2 /opt/shop-2.jar");
    }

    @Test
    void whatWasShadedAndRelocatedIsBundled() throws IOException {
        byte[] shaded = Zips.maven("org.example", "tool", "1.0")
                .pom("commons-codec", "commons-codec", "1.15")
                .pom("com.google.code.gson", "gson", "2.10")
                .text("org/example/shade/codec/A.class", "x")
                .bytes();
        assertThat(parse("/tool-1.0.jar", shaded))
                .containsExactly(
                        "pkg:maven/org.example/tool@1.0 /tool-1.0.jar",
                        "pkg:maven/commons-codec/commons-codec@1.15 /tool-1.0.jar!/META-INF/maven/commons-codec/commons-codec",
                        "pkg:maven/com.google.code.gson/gson@2.10 /tool-1.0.jar!/META-INF/maven/com.google.code.gson/gson");
    }

    @Test
    void classesForLaterVersionsOfJavaTellNothingOfTheGroup() throws IOException {
        byte[] several = Zips.zip()
                .text("META-INF/MANIFEST.MF", "Multi-Release: true\r\nAutomatic-Module-Name: text.more\r\n\r\n")
                .text("META-INF/versions/11/io/grpc/A.class", "x")
                .bytes();
        SoftwarePackage found = only("/grpc-api-1.0.jar", several);
        assertThat(found.purl().type()).isEqualTo("generic");
        assertThat(found.extra()).containsEntry("java.multi-release", "true").containsEntry("java.module", "text.more");
    }

    @Test
    void theModuleOfABundledLibraryIsNotThatOfTheArchive() throws IOException {
        byte[] descriptor = descriptor();
        Zips zip = Zips.zip().text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n");
        zip.bytes("META-INF/versions/9/module-info.class", descriptor);
        assertThat(only("/a-1.jar", zip.bytes()).extra()).doesNotContainKey("java.module");
        zip.text("META-INF/MANIFEST.MF", "Multi-Release: true\r\n\r\n");
        assertThat(only("/a-1.jar", zip.bytes()).extra()).containsEntry("java.module", "java.logging");
    }

    @Test
    void aModuleTellsItsNameAndVersion() throws IOException {
        SoftwarePackage found =
                only("/java.logging.jmod", jmod(Zips.zip().bytes("classes/module-info.class", descriptor())));
        assertThat(found.purl().name()).isEqualTo("java.logging");
        assertThat(found.purl().version()).isEqualTo(found.extra().get("java.module-version"));
        assertThat(found.extra()).containsEntry("java.module", "java.logging");
    }

    @Test
    void theBillOfMaterialsOfSpringBootTellsTheApplication() throws IOException {
        String bill = "{\"metadata\": {\"component\": {\"purl\": \"pkg:maven/org.example/shop@2?type=jar\"}}}";
        Zips boot = Zips.zip().text("META-INF/sbom/application.cdx.json", bill).text("BOOT-INF/classes/A.class", "x");
        assertThat(parse("/app.jar", boot.bytes())).containsExactly("pkg:maven/org.example/shop@2 /app.jar");
        boot.text("META-INF/sbom/application.cdx.json", "{");
        assertThat(parse("/app.jar", boot.bytes())).containsExactly("pkg:generic/app /app.jar");
    }

    @Test
    void anArchiveBehindAScriptIsReadWithTheArchivesInIt() throws IOException {
        ByteArrayOutputStream script = new ByteArrayOutputStream();
        script.writeBytes("#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(StandardCharsets.US_ASCII));
        script.writeBytes(
                Zips.zip().stored().bytes("BOOT-INF/lib/text-1.9.jar", TEXT).bytes());
        assertThat(parse("/run.jar", script.toByteArray()))
                .containsExactly(
                        "pkg:maven/org.example/text@1.9 /run.jar!/BOOT-INF/lib/text-1.9.jar",
                        "pkg:generic/run /run.jar");
    }

    @Test
    void quarkusPutsTheGroupBeforeTheName() throws IOException {
        assertThat(parse("/app/lib/main/org.example.text-1.9.jar", TEXT))
                .containsExactly("pkg:maven/org.example/text@1.9 /app/lib/main/org.example.text-1.9.jar");
        byte[] grpc = Zips.zip().text("io/grpc/A.class", "x").bytes();
        assertThat(parse("/app/lib/main/io.grpc.grpc-api-1.63.0.jar", grpc))
                .containsExactly("pkg:maven/io.grpc/grpc-api@1.63.0 /app/lib/main/io.grpc.grpc-api-1.63.0.jar");
    }

    /** That of a module of the JDK that runs this test. */
    private static byte[] descriptor() throws IOException {
        try (var in = java.util.logging.Logger.class.getModule().getResourceAsStream("module-info.class")) {
            return in.readAllBytes();
        }
    }

    private static byte[] jmod(Zips zip) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'J', 'M', 1, 0});
        out.writeBytes(zip.bytes());
        return out.toByteArray();
    }

    private static SoftwarePackage only(String path, byte[] archive) throws IOException {
        List<SoftwarePackage> found =
                Scans.packages(FakeTree.builder().file(path, archive).build()).parse(new JavaArchiveParser());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> parse(String path, byte[] archive) throws IOException {
        return Scans.packages(FakeTree.builder().file(path, archive).build()).parse(new JavaArchiveParser()).stream()
                .map(found -> found.purl().toString().replaceAll("\\?checksum=.*", "") + " "
                        + found.extra().get("java.path"))
                .toList();
    }
}

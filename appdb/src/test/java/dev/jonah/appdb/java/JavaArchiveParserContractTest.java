package dev.jonah.appdb.java;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class JavaArchiveParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new JavaArchiveParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/BOOT-INF/classpath.idx", "- \"BOOT-INF/lib/text-1.9.jar\"\n")
                .file(
                        "/app/BOOT-INF/lib/text-1.9.jar",
                        Zips.zip()
                                .stored()
                                .text("META-INF/MANIFEST.MF", "Bundle-License: \"Apache-2.0\";link=\"x\"\r\n\r\n")
                                .pom("org.example", "text", "1.9")
                                .bytes())
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:maven/org.example/text@1.9
                  kind application
                  license Apache-2.0
                  found-at /app/BOOT-INF/lib/text-1.9.jar
                  extra java.bundle-license "Apache-2.0";link="x"
                  extra java.confidence certain
                  extra java.identity-from META-INF/maven/org.example/text/pom.properties and file name
                  extra java.name-agrees true
                  extra java.path /app/BOOT-INF/lib/text-1.9.jar
                  extra java.sha1 SHA1
                  file /app/BOOT-INF/lib/text-1.9.jar rule=java.classpath-index source=/app/BOOT-INF/classpath.idx note=the class path of Spring Boot names it
                """.replace(
                        "SHA1",
                        Checksums.sha1(fixture().bytes(dev.jonah.value.ImagePath.of("/app/BOOT-INF/lib/text-1.9.jar")))
                                .hex());
    }
}

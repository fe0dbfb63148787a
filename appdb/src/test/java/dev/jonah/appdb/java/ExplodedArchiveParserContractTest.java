package dev.jonah.appdb.java;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class ExplodedArchiveParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new ExplodedArchiveParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/META-INF/MANIFEST.MF", "Start-Class: org.example.Shop\r\nMain-Class: Launcher\r\n\r\n")
                .file(
                        "/app/META-INF/maven/org.example/shop/pom.properties",
                        "version=1\ngroupId=org.example\nartifactId=shop\n")
                .file("/app/BOOT-INF/classes/org/example/Shop.class", "x")
                .file("/srv/classes/META-INF/maven/g/a/pom.properties", "version=2\ngroupId=g.h\nartifactId=a\n")
                .file("/srv/classes/META-INF/maven/g/b/pom.properties", "version=3\ngroupId=g.h\nartifactId=b\n")
                .file("/usr/share/doc/META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n")
                .file("/etc/pom.properties", "version=4\ngroupId=g.h\nartifactId=c\n")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:maven/org.example/shop@1
                  kind application
                  found-at /app/META-INF/MANIFEST.MF
                  extra java.confidence likely
                  extra java.identity-from META-INF/maven/org.example/shop/pom.properties and layout
                  extra java.main-class Launcher
                  extra java.path /app
                  extra java.start-class org.example.Shop
                pkg:maven/g.h/a@2
                  kind application
                  found-at /srv/classes/META-INF/maven/g/a/pom.properties
                  extra java.bundled-in /srv/classes
                  extra java.confidence likely
                  extra java.identity-from META-INF/maven/g/a/pom.properties
                  extra java.path /srv/classes/META-INF/maven/g/a
                pkg:maven/g.h/b@3
                  kind application
                  found-at /srv/classes/META-INF/maven/g/a/pom.properties
                  found-at /srv/classes/META-INF/maven/g/b/pom.properties
                  extra java.bundled-in /srv/classes
                  extra java.confidence likely
                  extra java.identity-from META-INF/maven/g/b/pom.properties
                  extra java.path /srv/classes/META-INF/maven/g/b
                """;
    }
}

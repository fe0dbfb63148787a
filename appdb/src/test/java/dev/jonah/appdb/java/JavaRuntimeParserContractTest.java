package dev.jonah.appdb.java;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class JavaRuntimeParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new JavaRuntimeParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(
                        "/opt/java/release",
                        "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_VERSION=\"21.0.2\"\n"
                                + "JAVA_RUNTIME_VERSION=\"21.0.2+13-LTS\"\nMODULES=\"java.base java.sql\"\n")
                .file("/opt/java/lib/modules", "x")
                .file("/opt/java/lib/libnet.so", "x")
                .file("/opt/java/lib/libevil.so", "x")
                .file("/opt/java/bin/java", "x")
                .file("/opt/java/bin/sh", "x")
                .file("/usr/share/release", "JAVA_VERSION=\"1\"\n")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:generic/eclipse-adoptium/openjdk@21.0.2%2B13-LTS
                  kind application
                  found-at /opt/java/release
                  extra java.implementor Eclipse Adoptium
                  extra java.kind jre
                  extra java.modules java.base java.sql
                  file /opt/java/bin/java rule=java.runtime source=/opt/java/release note=where Java runtimes have it
                  file /opt/java/lib/libnet.so rule=java.runtime source=/opt/java/release note=where Java runtimes have it
                  file /opt/java/lib/modules rule=java.runtime source=/opt/java/release note=where Java runtimes have it
                  file /opt/java/release rule=java.runtime source=/opt/java/release note=where Java runtimes have it
                """;
    }
}

package dev.jonah.appdb.java.nativeimage;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class NativeImageParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new NativeImageParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/usr/bin/shop", TestNativeImage.with(TestNativeImage.SBOM.replace(TestNativeImage.NAMELESS, "")))
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:maven/org.example/shop@1.4
                  kind application
                  found-at /usr/bin/shop
                  extra java.confidence likely
                  extra java.identity-from bill of materials in the program
                  extra java.native-image com.oracle.svm.core.VM=GraalVM 22.3.0 Java 17 CE
                  extra java.path /usr/bin/shop
                  file /usr/bin/shop rule=java.native-image source=/usr/bin/shop note=its own bill of materials calls it shop
                pkg:maven/io.netty/netty-common@4.1.76.Final
                  kind application
                  license Apache-2.0
                  found-at /usr/bin/shop
                  extra java.confidence likely
                  extra java.identity-from bill of materials in the program
                  extra java.native-image com.oracle.svm.core.VM=GraalVM 22.3.0 Java 17 CE
                  extra java.path /usr/bin/shop
                pkg:maven/org.json/json@20211205
                  kind application
                  found-at /usr/bin/shop
                  extra java.confidence likely
                  extra java.identity-from bill of materials in the program
                  extra java.native-image com.oracle.svm.core.VM=GraalVM 22.3.0 Java 17 CE
                  extra java.path /usr/bin/shop
                """;
    }
}

package dev.jonah.declared.java;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class JavaBuildsContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new JavaBuilds();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/gradle.lockfile", """
                        # This is a Gradle generated file for dependency locking.
                        com.google.guava:guava:31.1-jre=compileClasspath,runtimeClasspath
                        junit:junit:4.10=testRuntimeClasspath
                        this is none
                        empty=annotationProcessor
                        """)
                .file("/app/gradle/dependency-locks/compile.lockfile", """
                        org.slf4j:slf4j-api:1.7.36
                        """)
                .file("/app/pom.xml", """
                        <?xml version="1.0"?>
                        <project xmlns="http://maven.apache.org/POM/4.0.0">
                          <parent><groupId>org.acme</groupId><artifactId>parent</artifactId><version>7</version></parent>
                          <artifactId>app</artifactId>
                          <properties><jackson>2.10</jackson><inner>${jackson}</inner></properties>
                          <dependencyManagement><dependencies>
                            <dependency><groupId>g</groupId><artifactId>managed</artifactId><version>${inner}.1</version></dependency>
                          </dependencies></dependencyManagement>
                          <dependencies>
                            <dependency><groupId>${project.groupId}</groupId><artifactId>sister</artifactId><version>${project.version}</version></dependency>
                            <dependency><groupId>g</groupId><artifactId>managed</artifactId></dependency>
                            <dependency><groupId>g</groupId><artifactId>unknown</artifactId><version>${from.parent}</version></dependency>
                            <dependency><groupId>g</groupId><artifactId>range</artifactId><version>[1,2)</version><scope>test</scope>
                              <exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions></dependency>
                            <dependency><groupId>g</groupId><artifactId>native</artifactId><version>1</version><type>so</type><classifier>linux</classifier><optional>true</optional></dependency>
                          </dependencies>
                        </project>
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:maven/com.google.guava/guava@31.1-jre
                  kind declared
                  found-at /app/gradle.lockfile
                  extra declared.scope compileClasspath, runtimeClasspath
                pkg:maven/junit/junit@4.10
                  kind declared
                  found-at /app/gradle.lockfile
                  extra declared.scope testRuntimeClasspath
                pkg:maven/org.slf4j/slf4j-api@1.7.36
                  kind declared
                  found-at /app/gradle/dependency-locks/compile.lockfile
                pkg:maven/org.acme/sister@7
                  kind declared
                  found-at /app/pom.xml
                pkg:maven/g/managed@2.10.1
                  kind declared
                  found-at /app/pom.xml
                pkg:maven/g/unknown
                  kind declared
                  found-at /app/pom.xml
                  extra declared.constraint ${from.parent}
                pkg:maven/g/range
                  kind declared
                  found-at /app/pom.xml
                  extra declared.constraint [1,2)
                  extra declared.scope test
                pkg:maven/g/native@1?classifier=linux&type=so
                  kind declared
                  found-at /app/pom.xml
                  extra declared.scope optional
                """;
    }
}

package dev.jonah.cli.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Maven packs an application whose manifest names its library, and fills a local repository in doing so, all of it from the
 * local repository of the build under way. There it keeps the checksums that the repository gave it.
 */
class MavenInstallTest {
    private static final Path LOCAL =
            Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));

    @TempDir
    Path directory;

    @Test
    void oneArchiveEachChangedAddedAndRemoved() throws IOException {
        Path root = directory.resolve("root");
        String version = version("org/jspecify/jspecify");
        String name = "jspecify-" + version + ".jar";
        String path = "/root/.m2/repository/org/jspecify/jspecify/" + version + "/" + name;
        Path app = pack(root, version);
        Path jar = root.resolve(path.substring(1));
        Path library = Files.createDirectories(root.resolve("app/lib")).resolve(name);
        Files.copy(jar, library);
        Files.copy(app, root.resolve("app/app.jar"));
        Files.copy(app, root.resolve("app/lib/spare.jar"));
        Ledger before = Ledger.of(root);
        assertThat(before.packages()).contains("pkg:maven/org.jspecify/jspecify@" + version);

        Files.writeString(jar, "more", StandardOpenOption.APPEND);
        Files.writeString(root.resolve("app/lib/added.jar"), "no archive");
        Files.delete(library);

        // The recorded checksum, a file of its own, is explained by the archive that it fits.
        assertThat(before.changesTo(Ledger.of(root)))
                .filteredOn(change -> !change.startsWith(path + ".sha1:"))
                .containsExactly(
                        "/app/lib/added.jar: nothing, then UNEXPLAINED",
                        "/app/lib/" + name + ": OWNED, then nothing",
                        path + ": VERIFIED, then MODIFIED");
    }

    private Path pack(Path root, String jspecify) throws IOException {
        Project project = new Project(directory.resolve("project"))
                .file(
                        "settings.xml",
                        "<settings><mirrors><mirror><id>local</id><mirrorOf>*</mirrorOf><url>" + LOCAL.toUri()
                                + "</url></mirror></mirrors></settings>")
                .file("pom.xml", """
                        <project><modelVersion>4.0.0</modelVersion>
                         <groupId>example</groupId><artifactId>app</artifactId><version>1</version>
                         <dependencies><dependency><groupId>org.jspecify</groupId><artifactId>jspecify</artifactId>
                          <version>%s</version></dependency></dependencies>
                         <build><plugins><plugin><groupId>org.apache.maven.plugins</groupId>
                          <artifactId>maven-jar-plugin</artifactId><configuration><archive><manifest>
                           <addClasspath>true</addClasspath><classpathPrefix>lib/</classpathPrefix>
                          </manifest></archive></configuration></plugin></plugins></build>
                        </project>
                        """.formatted(jspecify))
                .file("target/classes/app.properties", "a=b\n");
        RealTool.named("mvn")
                .run(
                        Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_OPTS", "-XX:TieredStopAtLevel=1"),
                        "-B",
                        "-ntp",
                        "-q",
                        "-s",
                        project.directory().resolve("settings.xml").toString(),
                        "-Dmaven.repo.local=" + root.resolve("root/.m2/repository"),
                        "-f",
                        project.directory().resolve("pom.xml").toString(),
                        "org.apache.maven.plugins:maven-jar-plugin:"
                                + version("org/apache/maven/plugins/maven-jar-plugin") + ":jar")
                .succeeded();
        return project.directory().resolve("target/app-1.jar");
    }

    /** A version of the artifact that the build under way uses, and so has. */
    private static String version(String artifact) throws IOException {
        Path directory = LOCAL.resolve(artifact);
        try (Stream<Path> versions = Files.list(directory)) {
            return versions.filter(version -> Files.exists(
                            version.resolve(directory.getFileName() + "-" + version.getFileName() + ".jar")))
                    .map(version -> version.getFileName().toString())
                    .max(String::compareTo)
                    .orElseThrow();
        }
    }
}

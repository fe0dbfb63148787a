package dev.jonah.cli;

import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The projects in {@code examples}, built by Maven from their own poms, with their own tests, against a {@link Release}: as
 * their authors would build them elsewhere. Sources are copied, so that nothing is written beside them.
 *
 * @param directory where they were built
 */
record Examples(Path directory) {
    private static final int BLOCK = 512;

    /** Where their sources are. */
    static final Path SOURCES = Path.of("").toAbsolutePath().resolveSibling("examples");

    /** The names of all of them. */
    static List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(SOURCES)) {
            return all.filter(project -> Files.exists(project.resolve("pom.xml")))
                    .map(project -> project.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Builds all of them at once; what Maven says is in the failure if it fails. */
    static Examples buildIn(Path directory) throws IOException {
        copy(SOURCES, directory);
        StringBuilder modules = new StringBuilder();
        for (String name : names()) {
            modules.append("<module>").append(name).append("</module>");
        }
        Files.writeString(
                directory.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>local</groupId><artifactId>all</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><modules>" + modules + "</modules></project>");
        Path repository = Release.in(directory.resolve("repository")).directory();
        Path settings = Files.writeString(directory.resolve("settings.xml"), settings());
        RealTool.named("mvn")
                .run(
                        Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_OPTS", "-XX:TieredStopAtLevel=1"),
                        "-B",
                        "-ntp",
                        "-q",
                        "-s",
                        settings.toString(),
                        "-Dmaven.repo.local=" + repository,
                        "-f",
                        directory.resolve("pom.xml").toString(),
                        "package")
                .succeeded();
        return new Examples(directory);
    }

    /** The jar of one of them. */
    Path jar(String name) throws IOException {
        try (Stream<Path> built = Files.list(directory.resolve(name).resolve("target"))) {
            return built.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The root file system beside an example, as the entries of a tar archive without its end. */
    static byte[] root(String name) throws IOException {
        Path archive = SOURCES.resolve(name).resolve("src/test/fixture/root.tar.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
            byte[] tar = in.readAllBytes();
            int end = 0;
            while (tar[end] != 0) {
                int size = Integer.parseInt(new String(tar, end + 124, 11, StandardCharsets.US_ASCII), 8);
                end += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
            }
            return Arrays.copyOf(tar, end);
        }
    }

    /** All else comes from the local repository of the build under way, so that nothing is fetched. */
    private static String settings() {
        String local = System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository");
        return "<settings><mirrors><mirror><id>local</id><mirrorOf>*</mirrorOf><url>"
                + Path.of(local).toUri() + "</url></mirror></mirrors></settings>";
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(file -> !from.relativize(file).toString().matches("[^/]+/target(/.*)?"))
                    .forEach(all::add);
        }
        for (Path file : all) {
            Path copy = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(file, copy);
            }
        }
    }
}

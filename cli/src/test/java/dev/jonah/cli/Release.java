package dev.jonah.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Our artifacts as a stranger would get them: a Maven repository with the jars and poms of this build. The local repository
 * of whoever builds is read and never written.
 *
 * @param directory the root of the repository
 */
record Release(Path directory) {
    private static final Path SOURCES = Path.of("").toAbsolutePath().getParent();
    private static final Pattern CLASSES = Pattern.compile("([^/]+)/target(?:/quick)?/classes");
    private static final Pattern JAR = Pattern.compile("jonah-([a-z-]+)-[0-9][^/]*\\.jar");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    /** What the class path of the tests holds of ours, laid below a directory. */
    static Release in(Path directory) throws IOException {
        Release release = new Release(directory);
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(element);
            String text = SOURCES.relativize(path.toAbsolutePath()).toString();
            Matcher classes = CLASSES.matcher(text);
            Matcher jar = JAR.matcher(path.getFileName().toString());
            if (classes.matches()) {
                release.publish(classes.group(1), path);
            } else if (jar.matches()) {
                release.publish(jar.group(1), path);
            }
        }
        release.publishPom("jonah-bom", SOURCES.resolve("bom/pom.xml"));
        release.publishPom("jonah-parent", SOURCES.resolve("pom.xml"));
        return release;
    }

    /** The version of everything. */
    static String version() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(SOURCES.resolve("bom/pom.xml")));
        if (!version.find()) {
            throw new IOException("bom/pom.xml has no version");
        }
        return version.group(1);
    }

    private void publish(String module, Path classes) throws IOException {
        Path jar = publishPom("jonah-" + module, SOURCES.resolve(module + "/pom.xml"));
        if (Files.isDirectory(classes)) {
            jar(classes, jar);
        } else {
            Files.copy(classes, jar);
        }
    }

    /** Lays the pom and tells where the jar belongs. */
    private Path publishPom(String artifact, Path pom) throws IOException {
        Path place = directory.resolve("dev/jonah").resolve(artifact).resolve(version());
        String name = artifact + "-" + version();
        Files.createDirectories(place);
        Files.copy(pom, place.resolve(name + ".pom"));
        return place.resolve(name + ".jar");
    }

    private static void jar(Path classes, Path jar) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(classes)) {
            all.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : files) {
                entries.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, entries);
            }
        }
    }
}

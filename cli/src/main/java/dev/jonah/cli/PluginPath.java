package dev.jonah.cli;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jars of {@code --plugin-path}, seen behind the command's own class path. */
final class PluginPath {
    private PluginPath() {}

    /**
     * A loader for these jars and directories of jars; the command's own if there are none.
     *
     * @throws UsageException if one of them is not there or holds no jar
     */
    static ClassLoader loader(List<String> places) {
        ClassLoader own = PluginPath.class.getClassLoader();
        if (places.isEmpty()) {
            return own;
        }
        List<URL> jars = new ArrayList<>();
        for (String place : places) {
            for (String part : place.split(File.pathSeparator)) {
                add(Path.of(part), jars);
            }
        }
        return new URLClassLoader(jars.toArray(new URL[0]), own);
    }

    private static void add(Path place, List<URL> jars) {
        if (!Files.exists(place)) {
            throw new UsageException("--plugin-path: there is no " + place);
        }
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(place)) {
            found.add(place);
        } else {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(place, "*.jar")) {
                children.forEach(found::add);
            } catch (IOException e) {
                throw new UsageException("--plugin-path: cannot list " + place + ": " + Failure.reason(e));
            }
            if (found.isEmpty()) {
                throw new UsageException("--plugin-path: no jar in " + place);
            }
        }
        found.sort(null);
        for (Path jar : found) {
            try {
                jars.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new UsageException("--plugin-path: " + jar + " has no URL: " + e.getMessage());
            }
        }
    }
}

package dev.jonah.sysdb.alpine.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code etc/apk/world}: the packages that were asked for, separated by white space (apk-world(5)). */
public final class ApkWorldReader {
    private ApkWorldReader() {}

    /**
     * What the file asks for.
     *
     * @param dependencies in the order of the file
     * @param malformed words that are no package specification
     */
    public record World(List<ApkDependency> dependencies, List<String> malformed) {
        /** Copies the lists. */
        public World {
            dependencies = List.copyOf(dependencies);
            malformed = List.copyOf(malformed);
        }
    }

    /**
     * Reads {@code in} to its end and does not close it.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line or the whole is too long
     */
    public static World readAll(InputStream in, Limits limits) throws IOException {
        LineReader lines = new LineReader(in, SmallFile.limits(limits));
        List<ApkDependency> dependencies = new ArrayList<>();
        List<String> malformed = new ArrayList<>();
        String line;
        while ((line = lines.readText()) != null) {
            for (String word : line.strip().split("\\s+")) {
                ApkDependency dependency = ApkDependency.parse(word);
                if (dependency != null) {
                    dependencies.add(dependency);
                } else if (!word.isEmpty()) {
                    malformed.add(word);
                }
            }
        }
        return new World(dependencies, malformed);
    }
}

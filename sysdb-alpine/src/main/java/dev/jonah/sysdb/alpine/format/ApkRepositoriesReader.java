package dev.jonah.sysdb.alpine.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code etc/apk/repositories} and {@code etc/apk/repositories.d/*.list} (apk-repositories(5)). */
public final class ApkRepositoriesReader {
    private ApkRepositoriesReader() {}

    /**
     * What a file names.
     *
     * @param repositories in the order of the file, without comments
     * @param malformed lines that name none
     */
    public record Repositories(List<ApkRepository> repositories, List<String> malformed) {
        /** Copies the lists. */
        public Repositories {
            repositories = List.copyOf(repositories);
            malformed = List.copyOf(malformed);
        }
    }

    /**
     * Reads {@code in} to its end and does not close it.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line or the whole is too long
     */
    public static Repositories readAll(InputStream in, Limits limits) throws IOException {
        LineReader lines = new LineReader(in, SmallFile.limits(limits));
        List<ApkRepository> repositories = new ArrayList<>();
        List<String> malformed = new ArrayList<>();
        String line;
        while ((line = lines.readText()) != null) {
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            ApkRepository repository = ApkRepository.parse(line);
            if (repository != null) {
                repositories.add(repository);
            } else {
                malformed.add(line);
            }
        }
        return new Repositories(repositories, malformed);
    }
}

package dev.jonah.appdb.java;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Groups of well-known libraries whose archives hold none of Maven's files: the table {@code known-groups.txt}. A line counts
 * only if the name of the artifact fits and the archive has packages, a module or a bundle of the name that it says, so that
 * a name alone decides nothing.
 */
final class KnownGroups {
    private static final List<Row> ROWS = read();

    /** One line of the table. */
    private record Row(String group, List<String> witnesses, List<Artifact> artifacts) {
        static Row of(String line) {
            String[] parts = line.split(" ");
            return new Row(
                    parts[0],
                    List.of(parts[1].split("\\|")),
                    List.of(parts).subList(2, parts.length).stream()
                            .map(Artifact::of)
                            .toList());
        }

        boolean fits(String artifact, String version, Set<String> names) {
            return artifacts.stream().anyMatch(a -> a.fits(artifact, version))
                    && names.stream()
                            .anyMatch(name ->
                                    witnesses.stream().anyMatch(w -> name.equals(w) || name.startsWith(w + ".")));
        }
    }

    /**
     * What the table says of an archive.
     *
     * @param group groupId
     * @param artifact artifactId
     */
    record Known(String group, String artifact) {}

    /** Which artifacts are meant; {@code below} and {@code from} are versions, empty where any will do. */
    private record Artifact(String name, boolean prefix, String below, String from) {
        static Artifact of(String text) {
            String name = text.split("[<>]")[0];
            String bound = name.length() < text.length() ? text.substring(name.length() + 1) : "";
            boolean below = text.contains("<");
            boolean prefix = name.endsWith("*");
            return new Artifact(
                    prefix ? name.substring(0, name.length() - 1) : name,
                    prefix,
                    below ? bound : "",
                    below ? "" : bound);
        }

        boolean fits(String artifact, String version) {
            return (prefix ? artifact.startsWith(name) : artifact.equals(name))
                    && (below.isEmpty() || isBefore(version, below))
                    && (from.isEmpty() || !isBefore(version, from));
        }

        /** By the numbers that both begin with. */
        private static boolean isBefore(String version, String bound) {
            String[] own = version.split("[^0-9]+");
            String[] other = bound.split("\\.");
            for (int i = 0; i < other.length; i++) {
                int a = i < own.length && own[i].length() < 9 && !own[i].isEmpty() ? Integer.parseInt(own[i]) : 0;
                int b = Integer.parseInt(other[i]);
                if (a != b) {
                    return a < b;
                }
            }
            return false;
        }
    }

    private KnownGroups() {}

    /**
     * The group of this artifact, or null. Where the group stands before the artifact, as Quarkus has it, it is cut off.
     *
     * @param names packages of classes, and names of module and bundle
     */
    static @Nullable Known of(String artifact, String version, Set<String> names) {
        for (Row row : ROWS) {
            String bare = artifact.startsWith(row.group + ".") ? artifact.substring(row.group.length() + 1) : artifact;
            if (row.fits(bare, version, names)) {
                return new Known(row.group, bare);
            }
        }
        return null;
    }

    private static List<Row> read() {
        InputStream table = KnownGroups.class.getResourceAsStream("known-groups.txt");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(table, "known-groups.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

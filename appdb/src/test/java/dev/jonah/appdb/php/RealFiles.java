package dev.jonah.appdb.php;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the real tools made, see the scripts beside it. */
final class RealFiles {
    private RealFiles() {}

    /** The project that {@code make-app} made, as {@code /srv/app}. */
    static FakeTreeBuilder app() {
        return tree("app", "/srv/app");
    }

    /** The packages that {@code make-pear} made. */
    static FakeTreeBuilder pear() {
        return tree("pear", "");
    }

    private static FakeTreeBuilder tree(String name, String prefix) {
        FakeTreeBuilder builder = FakeTree.builder();
        try {
            Path top = Path.of(
                    Objects.requireNonNull(RealFiles.class.getResource(name)).toURI());
            try (Stream<Path> files = Files.walk(top)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    builder.file(prefix + "/" + top.relativize(file), Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return builder;
    }

    /** The text of one of these files. */
    static String text(String path) {
        try {
            return Files.readString(Path.of(
                    Objects.requireNonNull(RealFiles.class.getResource(path)).toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code rule path} of each claim. */
    static List<String> claims(SoftwarePackage found) {
        return found.files().stream()
                .map(file -> file.rule() + " " + file.path())
                .toList();
    }
}

package dev.jonah.appdb.ruby;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The directory of gems that {@code make-home} made, as {@code /usr/local/bundle}. */
final class RealHome {
    static final String HOME = "/usr/local/bundle";
    static final String ARCHIVE = HOME + "/cache/greet-er-1.2.0.pre.1.gem";
    static final String GREETER = HOME + "/gems/greet-er-1.2.0.pre.1";

    private RealHome() {}

    /** All files of it. */
    static FakeTreeBuilder tree() {
        FakeTreeBuilder builder = FakeTree.builder();
        try {
            URL url = Objects.requireNonNull(RealHome.class.getResource("home"));
            Path home = Path.of(url.toURI());
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    builder.file(HOME + "/" + home.relativize(file), Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return builder;
    }

    /** The bytes of a file of it. */
    static byte[] bytes(String path) {
        try (InputStream in = Objects.requireNonNull(RealHome.class.getResourceAsStream("home" + path))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the tests speak of most, as {@code rule path}. */
    static List<String> claims(SoftwarePackage gem) {
        return gem.files().stream().map(file -> file.rule() + " " + file.path()).toList();
    }
}

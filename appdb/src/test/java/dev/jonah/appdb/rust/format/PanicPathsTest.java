package dev.jonah.appdb.rust.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PanicPathsTest {
    private static final String PATH =
            "/root/.cargo/registry/src/index.crates.io-6f17d22bba15001f/memchr-2.7.1/src/lib.rs";

    @Test
    void cratesOfCargoAndOfDebianAreFound() throws IOException {
        assertThat(find("x" + PATH + "y/usr/share/cargo/registry/regex-1.8.4/src/x.rs"))
                .containsExactly("memchr 2.7.1", "regex 1.8.4");
    }

    @Test
    void theyAreFoundWhereverTheBufferEnds() throws IOException {
        for (int before = (1 << 16) - 300; before <= (1 << 16) + 300; before += 7) {
            assertThat(find("z".repeat(before) + PATH))
                    .as("behind %d bytes", before)
                    .containsExactly("memchr 2.7.1");
        }
    }

    @Test
    void theSearchFindsWhatIsHiddenByItsOwnLetters() throws IOException {
        assertThat(find("rregistryregistregistry/registry/a-1.0.0/")).containsExactly("a 1.0.0");
    }

    @Test
    void otherRegistriesAreNone() throws IOException {
        assertThat(find("registry/v2/library registry/src/x/a-1.0.0/ registry/a-1.0/ registry/-1.0.0/"))
                .isEmpty();
    }

    private static Iterable<String> find(String text) throws IOException {
        return PanicPaths.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}

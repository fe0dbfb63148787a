package dev.jonah.appdb.gomod.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.value.Digest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    @Test
    void theHashIsThatOfTheLinesInOrder() {
        DirectoryHash hash = new DirectoryHash();
        hash.add("m@v1/b", digest("two"));
        hash.add("m@v1/a", digest("one"));
        // (printf '%s  m@v1/a\n' $(printf one | sha256sum | cut -c1-64);
        //  printf '%s  m@v1/b\n' $(printf two | sha256sum | cut -c1-64)) | sha256sum | xxd -r -p | base64
        assertThat(hash.value()).isEqualTo("h1:QioaE1iy6ZDvqZamf7vDXvT1moS1nWAooMrZ8QpmCNU=");
        assertThat(DirectoryHash.isHash(hash.value())).isTrue();
        assertThat(DirectoryHash.isHash("h1:short")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "github.com/!burnt!sushi/toml,github.com/BurntSushi/toml",
        "v1.0.0-!r!c1,v1.0.0-RC1",
        "Big,",
        "a!,",
        "a!B,"
    })
    void capitalLettersAreEscaped(String escaped, String meant) {
        assertThat(EscapedPath.decode(escaped)).isEqualTo(meant);
    }

    private static Digest digest(String text) {
        return Digest.compute(Digest.Algorithm.SHA256, text.getBytes(StandardCharsets.UTF_8));
    }
}

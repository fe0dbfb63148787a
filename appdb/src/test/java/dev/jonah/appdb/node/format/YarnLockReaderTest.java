package dev.jonah.appdb.node.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YarnLockReaderTest {
    private static final String HASH = "0123456789abcdef".repeat(8);

    private static Map<String, String> read(String text) throws IOException {
        return YarnLockReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.defaults());
    }

    @Test
    void checksumsAreThoseOfTheResolution() throws IOException {
        assertThat(read("""
                __metadata:
                  version: 8
                  cacheKey: 10c0

                "@s/a@npm:^1.0.0, @s/a@npm:~1.0.0":
                  version: 1.0.0
                  resolution: "@s/a@npm:1.0.0"
                  dependencies:
                    checksum: "npm:1.0.0"
                  checksum: 10c0/%1$s
                  languageName: node
                  linkType: hard

                "b@npm:2":
                  version: 2.0.0
                  resolution: "b@npm:2.0.0"
                  checksum: %1$s

                "shop@workspace:.":
                  version: 0.0.0-use.local
                  resolution: "shop@workspace:."
                """.formatted(HASH))).isEqualTo(Map.of("@s/a@npm:1.0.0", HASH, "b@npm:2.0.0", HASH));
    }

    @Test
    void theLockFileOfYarn1GivesNothing() throws IOException {
        assertThat(read("# yarn lockfile v1\n\na@^1:\n  version \"1.0.0\"\n  integrity sha512-x==\n"))
                .isEmpty();
    }

    @Test
    void aChecksumOfAnotherLengthIsNone() throws IOException {
        assertThat(read("a:\n  resolution: \"a@npm:1\"\n  checksum: 10/abc\n")).isEmpty();
    }
}

package dev.jonah.appdb.perl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacklistReaderTest {
    @Test
    void attributesFollowThePath() throws IOException {
        PacklistEntry entry =
                read("/usr/bin/c2ph type=link from=/usr/bin/pstruct\n").get(0);
        assertThat(entry.path()).hasToString("/usr/bin/c2ph");
        assertThat(entry.attributes()).isEqualTo(Map.of("type", "link", "from", "/usr/bin/pstruct"));
    }

    @Test
    void aPathMayHoldBlanks() throws IOException {
        assertThat(read("/opt/my app/A.pm\n\n/opt/b c type=file\n"))
                .extracting(entry -> entry.path().toString())
                .containsExactly("/opt/my app/A.pm", "/opt/b c");
    }

    private static List<PacklistEntry> read(String text) throws IOException {
        List<PacklistEntry> entries = new ArrayList<>();
        try (PacklistReader reader = new PacklistReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.defaults())) {
            for (PacklistEntry entry; (entry = reader.read()) != null; ) {
                entries.add(entry);
            }
        }
        return entries;
    }
}

package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.LayerEntry;
import dev.jonah.image.LayerReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ConcatenationReaderTest extends LayerReaderContract {
    @Override
    protected LayerReader plugin() {
        return new ConcatenationReader();
    }

    @Override
    protected byte[] fixture() {
        return "CAT\u0003aone\u0005bthree\u0000".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    protected void assertEntries(List<LayerEntry> found) {
        assertThat(found).extracting(e -> e.name() + " " + e.size()).containsExactly("a 3", "b 5");
    }
}

package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageReader;
import dev.jonah.image.ImageSource;
import java.nio.charset.StandardCharsets;

class BareReaderTest extends ImageReaderContract {
    @Override
    protected ImageReader plugin() {
        return new BareReader();
    }

    @Override
    protected byte[] fixture() {
        return "BARE\u0005layer".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    protected ImageSource source(byte[] bytes) {
        return FakeSource.bytes(bytes);
    }

    @Override
    protected void assertDescription(ImageDescription found) {
        assertThat(found.layers()).hasSize(1);
        assertThat(found.layers().get(0).blob().size()).isEqualTo(5);
    }
}

package dev.jonah.inspector;

import static dev.jonah.inspector.Images.codes;
import static dev.jonah.inspector.Images.listing;
import static dev.jonah.inspector.Images.ofLayers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.Image;
import dev.jonah.testkit.FakeImage;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DevicesTest {
    @Test
    void nodesAreKeptWithTheirNumbers() throws IOException {
        Image image = ofLayers(
                l -> l.character("/dev/null", 1, 3).block("/dev/sda", 8, 0).fifo("/run/pipe"));
        assertThat(listing(image.tree()))
                .isEqualTo(
                        Map.of("/dev", "d", "/dev/null", "c:1:3", "/dev/sda", "b:8:0", "/run", "d", "/run/pipe", "p"));
        assertThat(Images.entry(image, "/run/pipe").content()).isNull();
    }

    @Test
    void inALayerACharacterDeviceWithoutNumberIsADeviceAndReported() throws IOException {
        Image image = ofLayers(l -> l.file("/b", "1"), l -> l.character("/b", 0, 0));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/b", "c:0:0"));
        assertThat(codes(image)).containsExactly("layer.overlay-whiteout");
    }

    @Test
    void inARootFileSystemItIsAWhiteout() throws IOException {
        byte[] tar = FakeImage.builder()
                .layer(l -> l.directory("/etc").character("/etc/gone", 0, 0).character("/dev/null", 1, 3))
                .build()
                .rootfsTar();
        Image image = Images.open(tar);
        assertThat(listing(image.tree())).isEqualTo(Map.of("/etc", "d", "/dev", "d", "/dev/null", "c:1:3"));
        assertThat(codes(image)).containsExactly("layer.overlay-whiteout");
    }
}

package dev.jonah.inspector;

import static dev.jonah.inspector.Images.codes;
import static dev.jonah.inspector.Images.listing;
import static dev.jonah.inspector.Images.ofLayers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileVersion;
import dev.jonah.image.Image;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    @Test
    void theLastOfSeveralEntriesOfOneNameCounts() throws IOException {
        Image image = ofLayers(
                l -> l.file("/a", "1").symlink("/b", "a").file("/a", "2").file("/b", "3"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:2", "/b", "f:3"));
        assertThat(codes(image)).containsOnly("layer.repeated").hasSize(2);
        assertThat(image.layers().get(0).entries()).isEqualTo(4);
        assertThat(image.layers().get(0).added()).isEqualTo(2);
    }

    @Test
    void theEarlierVersionIsHiddenInItsOwnLayer() throws IOException {
        Image image = ofLayers(l -> l.file("/a", "1").file("/a", "22"));
        FileVersion earlier = image.versions(ImagePath.of("/a")).get(0);
        assertThat(earlier.hiddenIn()).isEqualTo(0);
        assertThat(image.hidden()).containsExactly(earlier);
    }

    @Test
    void aDirectoryGivenTwiceIsNoRepetition() throws IOException {
        Image image = ofLayers(
                l -> l.directory("/d").file("/d/a", "1").directory("/d").mode("/d", 0700));
        assertThat(image.diagnostics()).isEmpty();
        assertThat(Images.entry(image, "/d").mode()).isEqualTo(0700);
    }

    @Test
    void aFileInPlaceOfADirectoryOfItsLayerDropsWhatWasInIt() throws IOException {
        Image image = ofLayers(l -> l.file("/d/a", "1").file("/d", "2"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/d", "f:2"));
    }
}

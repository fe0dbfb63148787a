package dev.jonah.inspector;

import static dev.jonah.inspector.Images.entry;
import static dev.jonah.inspector.Images.listing;
import static dev.jonah.inspector.Images.ofLayers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.Image;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplacementTest {
    @Test
    void aFileOverADirectoryDropsWhatWasInIt() throws IOException {
        Image image = ofLayers(l -> l.file("/d/a/b", "1"), l -> l.file("/d", "2"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/d", "f:2"));
    }

    @Test
    void aDirectoryOverAFileTakesItsPlace() throws IOException {
        Image image = ofLayers(l -> l.file("/d", "1"), l -> l.directory("/d").file("/d/a", "2"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/d", "d", "/d/a", "f:2"));
    }

    @Test
    void aDirectoryOverALinkDoesNotTouchTheTarget() throws IOException {
        Image image = ofLayers(
                l -> l.file("/t/a", "1").symlink("/d", "t"),
                l -> l.directory("/d").mode("/d", 0700).file("/d/b", "2"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/t", "d", "/t/a", "f:1", "/d", "d", "/d/b", "f:2"));
        assertThat(entry(image, "/d").mode()).isEqualTo(0700);
    }

    @Test
    void aLinkOverADirectoryDropsWhatWasInIt() throws IOException {
        Image image = ofLayers(l -> l.file("/d/a", "1").file("/t/b", "2"), l -> l.symlink("/d", "t"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/t", "d", "/t/b", "f:2", "/d", "l:t"));
    }

    @Test
    void aDirectoryOverADirectoryGivesItsMetadataAndKeepsWhatIsInIt() throws IOException {
        Image image = ofLayers(
                l -> l.directory("/d").mode("/d", 0755).file("/d/a", "1"),
                l -> l.directory("/d").mode("/d", 01777).owner("/d", 5, 6));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/d", "d", "/d/a", "f:1"));
        assertThat(entry(image, "/d").mode()).isEqualTo(01777);
        assertThat(entry(image, "/d").layer()).isEqualTo(1);
        assertThat(entry(image, "/d/a").layer()).isEqualTo(0);
    }

    @Test
    void theLowerTreeStaysAsItWas() throws IOException {
        Image image = ofLayers(l -> l.file("/d/a/b", "1"), l -> l.file("/d", "2"), l -> l.directory("/d"));
        assertThat(listing(image.treeAt(0))).isEqualTo(Map.of("/d", "d", "/d/a", "d", "/d/a/b", "f:1"));
        assertThat(listing(image.treeAt(1))).isEqualTo(Map.of("/d", "f:2"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/d", "d"));
    }
}

package dev.jonah.inspector;

import static dev.jonah.inspector.Images.codes;
import static dev.jonah.inspector.Images.entry;
import static dev.jonah.inspector.Images.listing;
import static dev.jonah.inspector.Images.ofLayers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.Image;
import dev.jonah.testkit.LayerBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HardLinksTest {
    @Test
    void theOtherNameOfADeletedFileKeepsContentSizeAndMode() throws IOException {
        Image image = ofLayers(
                l -> l.file("/a", "12345").mode("/a", 04711).owner("/a", 7, 8).hardlink("/b", "/a"),
                l -> l.whiteout("/a"));
        FileEntry b = entry(image, "/b");
        assertThat(b.type()).isEqualTo(EntryType.HARDLINK);
        assertThat(Images.text(b)).isEqualTo("12345");
        assertThat(b.size()).isEqualTo(5);
        assertThat(b.mode()).isEqualTo(04711);
        assertThat(b.uid()).isEqualTo(7);
        assertThat(image.tree().fileCount()).isEqualTo(1);
        assertThat(image.layers().get(0).wastedBytes()).isZero();
    }

    @Test
    void theOtherNameOfAReplacedFileKeepsTheOldContent() throws IOException {
        Image image = ofLayers(l -> l.file("/a", "old").hardlink("/b", "/a"), l -> l.file("/a", "new"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:new", "/b", "h:old"));
    }

    @Test
    void aNameThatBecomesALinkToItsOtherNameMakesNoCycle() throws IOException {
        Image image = ofLayers(l -> l.file("/a", "1").hardlink("/b", "/a"), l -> l.symlink("/a", "b"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "l:b", "/b", "h:1"));
        assertThat(image.tree()
                        .resolveFile(dev.jonah.value.ImagePath.of("/a"))
                        .orElseThrow()
                        .path()
                        .toString())
                .isEqualTo("/b");
    }

    @Test
    void aLinkToItsOwnNameChangesNothing() throws IOException {
        Image image = ofLayers(
                l -> l.file("/a", "below"),
                l -> l.file("/a", "1").mode("/a", 0600).hardlink("/a", "/a"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(Images.codes(image)).containsExactly("layer.repeated");
    }

    @Test
    void namesOfOneFileShareOneContent() throws IOException {
        Image image = ofLayers(l -> l.file("/a", "1").hardlink("/b", "/a"));
        assertThat(entry(image, "/b").content()).isSameAs(entry(image, "/a").content());
    }

    @Test
    void aChainLeadsToItsEnd() throws IOException {
        Image image = ofLayers(l -> l.hardlink("/link10", "/link1")
                .hardlink("/link1", "/end")
                .file("/end", "x")
                .hardlink("/z", "/link10"));
        assertThat(listing(image.tree()))
                .isEqualTo(Map.of("/end", "f:x", "/link1", "h:x", "/link10", "h:x", "/z", "h:x"));
        assertThat(image.diagnostics()).isEmpty();
    }

    @Test
    void anEarlierEntryOfTheLayerComesBeforeALaterOneAndALowerLayer() throws IOException {
        Image image = ofLayers(
                l -> l.file("/a", "lower"),
                l -> l.file("/a", "first").hardlink("/b", "/a").file("/a", "second"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:second", "/b", "h:first"));
    }

    @Test
    void aTargetInALowerLayerIsFound() throws IOException {
        Image image = ofLayers(l -> l.file("/d/a", "1"), l -> l.hardlink("/b", "/d/a"), l -> l.whiteout("/d"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/b", "h:1"));
    }

    @Test
    void aLinkWithoutTargetIsKeptWithoutContentAndReported() throws IOException {
        Image image = ofLayers(l -> l.hardlink("/b", "/gone").file("/z", "1"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/b", "h:?", "/z", "f:1"));
        assertThat(codes(image)).containsExactly("layer.hard-link");
        assertThat(image.diagnostics().get(0).path()).hasToString("/b");
    }

    @Test
    void linksInACircleDangle() throws IOException {
        Image image = ofLayers(l -> l.hardlink("/a", "/b").hardlink("/b", "/a").hardlink("/c", "/c"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "h:?", "/b", "h:?", "/c", "h:?"));
        assertThat(codes(image)).containsOnly("layer.hard-link").hasSize(3);
    }

    @Test
    void aCircleOverALowerFileLeadsThere() throws IOException {
        Image image =
                ofLayers(l -> l.file("/a", "1"), l -> l.hardlink("/a", "/b").hardlink("/b", "/a"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "h:1", "/b", "h:1"));
    }

    @Test
    void aLinkToASymbolicLinkIsOne() throws IOException {
        Image image = ofLayers(l -> l.file("/a", "1").symlink("/s", "a").hardlink("/t", "/s"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1", "/s", "l:a", "/t", "l:a"));
    }

    @Test
    void aLinkToADirectoryIsReported() throws IOException {
        Image image = ofLayers(l -> l.directory("/d").hardlink("/b", "/d"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/d", "d", "/b", "h:?"));
        assertThat(codes(image)).containsExactly("layer.hard-link");
    }

    @Test
    void theDirectoriesOfATargetMayBeLinks() throws IOException {
        Image image = ofLayers(
                l -> l.file("/usr/lib/a", "1").symlink("/lib", "usr/lib").hardlink("/b", "/lib/a"));
        assertThat(listing(image.tree())).containsEntry("/b", "h:1");
    }

    @Test
    void aLongChainInTheWorstOrderIsBoundInNoTime() {
        Image image =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ofLayers(l -> chain(l, 30_000)));
        assertThat(entry(image, "/l0").size()).isEqualTo(3);
    }

    private static LayerBuilder chain(LayerBuilder layer, int length) {
        for (int i = 0; i < length; i++) {
            layer.hardlink("/l" + i, "/l" + (i + 1));
        }
        return layer.file("/l" + length, "end");
    }
}

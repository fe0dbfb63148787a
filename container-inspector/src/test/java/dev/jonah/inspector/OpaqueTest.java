package dev.jonah.inspector;

import static dev.jonah.inspector.Images.listing;
import static dev.jonah.inspector.Images.ofLayers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.Image;
import dev.jonah.testkit.LayerBuilder;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpaqueTest {
    private static final UnaryOperator<LayerBuilder> LOWER =
            l -> l.file("/d/a", "1").file("/d/sub/b", "2").file("/other", "3");

    @Test
    void theMarkerMayStandBeforeOrAfterTheEntriesOfItsDirectory() throws IOException {
        Map<String, String> expected = Map.of("/d", "d", "/d/new", "f:n", "/other", "f:3");
        Image first = ofLayers(LOWER, l -> l.directory("/d").opaque("/d").file("/d/new", "n"));
        Image last = ofLayers(LOWER, l -> l.file("/d/new", "n").directory("/d").opaque("/d"));
        assertThat(listing(first.tree())).isEqualTo(expected);
        assertThat(listing(last.tree())).isEqualTo(expected);
    }

    @Test
    void anOpaqueRootHidesEverythingBelow() throws IOException {
        Image image = ofLayers(LOWER, l -> l.file("/x", "1").opaque("/"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/x", "f:1"));
    }

    @Test
    void anotherNameThatBeginsLikeTheMarkerIsNone() throws IOException {
        Image image = ofLayers(l -> l.file("/d/a", "1").file("/d/.wh..opqX", ""), l -> l.file("/d/.wh..wh..opqX", ""));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/d", "d", "/d/a", "f:1"));
    }

    @Test
    void aDirectoryOverALinkTakesItsPlaceAndLeavesItsTarget() throws IOException {
        Image image = ofLayers(
                l -> l.file("/target/t", "1").symlink("/d", "target/"),
                l -> l.directory("/d").opaque("/d").file("/d/new", "2"));
        assertThat(listing(image.tree()))
                .isEqualTo(Map.of("/target", "d", "/target/t", "f:1", "/d", "d", "/d/new", "f:2"));
    }

    @Test
    void aMarkerAloneOverALinkLeavesAnEmptyDirectory() throws IOException {
        Image image = ofLayers(l -> l.file("/target/t", "1").symlink("/d", "target"), l -> l.opaque("/d"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/target", "d", "/target/t", "f:1", "/d", "d"));
    }

    @Test
    void markersOfADirectoryAndOfItsParentGiveOneTreeInEitherOrder() throws IOException {
        UnaryOperator<LayerBuilder> lower = l -> l.symlink("/d/x", "/t").file("/d/y", "1");
        Image inner = ofLayers(lower, l -> l.opaque("/d/x").opaque("/d"));
        Image outer = ofLayers(lower, l -> l.opaque("/d").opaque("/d/x"));
        assertThat(listing(inner.tree())).isEqualTo(listing(outer.tree())).isEqualTo(Map.of("/d", "d"));
    }

    @ParameterizedTest
    @CsvSource({
        "trusted.overlay.opaque, y, true",
        "user.overlay.opaque, y, true",
        "user.fuseoverlayfs.opaque, y, true",
        "trusted.overlay.opaque, n, false",
        "trusted.overlay.origin, y, false"
    })
    void theAttributeOfOverlayDirectoriesCountsToo(String attribute, String value, boolean opaque) throws IOException {
        Image image = ofLayers(
                LOWER,
                l -> l.directory("/d")
                        .attribute("/d", attribute, RawText.of(value))
                        .file("/d/new", "n"));
        assertThat(listing(image.tree()).containsKey("/d/a")).isEqualTo(!opaque);
        assertThat(listing(image.tree())).containsEntry("/d/new", "f:n");
    }
}

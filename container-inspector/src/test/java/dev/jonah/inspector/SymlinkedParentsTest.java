package dev.jonah.inspector;

import static dev.jonah.inspector.Images.codes;
import static dev.jonah.inspector.Images.listing;
import static dev.jonah.inspector.Images.ofLayers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.Image;
import dev.jonah.image.LinkResolver.Outcome;
import dev.jonah.testkit.LayerBuilder;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SymlinkedParentsTest {
    @Test
    void aChildOverALowerLinkHidesTheLinkAsOverlayfsDoes() throws IOException {
        Image image = ofLayers(l -> l.file("/usr/lib/a", "1").symlink("/lib", "usr/lib"), l -> l.file("/lib/x", "2"));
        assertThat(listing(image.tree()))
                .isEqualTo(Map.of("/usr", "d", "/usr/lib", "d", "/usr/lib/a", "f:1", "/lib", "d", "/lib/x", "f:2"));
        assertThat(codes(image)).containsExactly("layer.through-link");
        assertThat(image.diagnostics().get(0).path()).hasToString("/lib/x");
    }

    @Test
    void aChildBehindALinkOfTheSameLayerIsWrittenThroughIt() throws IOException {
        Image image = ofLayers(
                l -> l.directory("/usr/lib").symlink("/lib", "/usr/lib").file("/lib/x", "2"));
        assertThat(listing(image.tree()))
                .isEqualTo(Map.of("/usr", "d", "/usr/lib", "d", "/usr/lib/x", "f:2", "/lib", "l:/usr/lib"));
        assertThat(codes(image)).containsExactly("layer.through-link");
    }

    @Test
    void aLinkOutOfTheRootStaysInside() throws IOException {
        Image image = ofLayers(l -> l.symlink("/out", "../../../etc").file("/out/passwd", "x"));
        assertThat(listing(image.tree()))
                .isEqualTo(Map.of("/etc", "d", "/etc/passwd", "f:x", "/out", "l:../../../etc"));
    }

    @Test
    void aLoopingParentGivesWayToADirectory() throws IOException {
        Image image = ofLayers(l -> l.symlink("/a", "b").symlink("/b", "a").file("/a/x", "1"));
        assertThat(listing(image.tree()).values()).contains("f:1");
        assertThat(image.complete()).isTrue();
    }

    @Test
    void manyChildrenBehindLinksWithHugeTargetsTakeNoTime() {
        String target = "a/../".repeat(100_000) + "b";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> ofLayers(l -> {
                    LayerBuilder layer = l.directory("/a").symlink("/l", target);
                    for (int i = 0; i < 5_000; i++) {
                        layer.file("/l/" + i, "");
                    }
                    return layer;
                }));
    }

    @Test
    void linksAreFollowedInsideTheImageAndFailLocally() throws IOException {
        Image image = ofLayers(l -> chain(l, 41)
                .symlink("/loop", "loop")
                .symlink("/dangling", "gone")
                .symlink("/absolute", "/end")
                .symlink("/d/escape", "../../../../end"));
        assertThat(outcome(image, "/loop")).isEqualTo(Outcome.LOOP);
        assertThat(outcome(image, "/link1")).isEqualTo(Outcome.LOOP);
        assertThat(outcome(image, "/link2")).isEqualTo(Outcome.FOUND);
        assertThat(outcome(image, "/dangling")).isEqualTo(Outcome.DANGLING);
        assertThat(target(image, "/absolute")).isEqualTo("/end");
        assertThat(target(image, "/d/escape")).isEqualTo("/end");
    }

    private static LayerBuilder chain(LayerBuilder layer, int length) {
        for (int i = 1; i < length; i++) {
            layer.symlink("/link" + i, "link" + (i + 1));
        }
        return layer.symlink("/link" + length, "end").file("/end", "x");
    }

    private static Outcome outcome(Image image, String path) {
        return image.tree().links().resolve(ImagePath.of(path)).outcome();
    }

    private static String target(Image image, String path) {
        return image.tree().resolve(ImagePath.of(path)).orElseThrow().path().toString();
    }
}

package dev.jonah.inspector;

import static dev.jonah.inspector.Images.codes;
import static dev.jonah.inspector.Images.listing;
import static dev.jonah.inspector.Images.ofLayers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileVersion;
import dev.jonah.image.Image;
import dev.jonah.testkit.FakeImage;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhiteoutsTest {
    @Test
    void markersOfTheLowestLayerAreHiddenAndChangeNothing() throws IOException {
        Image image = ofLayers(l -> l.whiteout("/x").file("/d/a", "1").opaque("/d"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/d", "d", "/d/a", "f:1"));
    }

    @Test
    void aWhiteoutRemovesWhatLowerLayersHave() throws IOException {
        Image image = ofLayers(l -> l.file("/d/a", "1").file("/d/b/c", "2"), l -> l.whiteout("/d/b"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/d", "d", "/d/a", "f:1"));
        assertThat(listing(image.treeAt(0))).containsEntry("/d/b/c", "f:2");
    }

    @Test
    void aWhiteoutOfNothingDoesNothing() throws IOException {
        Image image = ofLayers(l -> l.file("/a", "1"), l -> l.whiteout("/gone").whiteout("/d/gone"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(image.diagnostics()).isEmpty();
    }

    @Test
    void anEntryStaysBesideAWhiteoutOfItsNameInEitherOrder() throws IOException {
        Image image = ofLayers(
                l -> l.file("/a", "old").file("/b", "old"),
                l -> l.whiteout("/a").file("/a", "new").file("/b", "new").whiteout("/b"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:new", "/b", "f:new"));
        assertThat(codes(image)).containsOnly("layer.whiteout-and-entry").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.wh.", "/d/.wh."})
    void aBareMarkerIsAFileAndDeletesNothing(String path) throws IOException {
        Image image = ofLayers(l -> l.file("/d/a", "1"), l -> l.file(path, "x").file("/z", "2"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/d", "d", "/d/a", "f:1", path, "f:x", "/z", "f:2"));
        assertThat(codes(image)).containsExactly("layer.whiteout");
    }

    @ParameterizedTest
    @ValueSource(strings = {".wh..", ".wh...", "d/.wh..", "d/.wh..."})
    void aWhiteoutOfTheDirectoryItselfIsRefused(String name) throws IOException {
        Image image = ofLayers(
                l -> l.file("/d/a", "1"),
                l -> l.file(RawText.of(name), new byte[0]).file("/z", "2"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/d", "d", "/d/a", "f:1", "/z", "f:2"));
        assertThat(codes(image)).containsExactly("layer.whiteout");
    }

    @ParameterizedTest
    @ValueSource(strings = {".wh..wh.plnk", ".wh..wh.aufs", ".wh..wh.orph", ".wh..wh..opaque", ".wh..wh..opqX"})
    void housekeepingOfAufsIsDroppedWithoutEffect(String name) throws IOException {
        Image image = ofLayers(
                l -> l.file("/d/a", "1").file("/b", "2"),
                l -> l.file("/" + name, "x")
                        .file("/d/" + name, "x")
                        .directory("/e/" + name)
                        .file("/e/" + name + "/7", ""));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/d", "d", "/d/a", "f:1", "/b", "f:2"));
        assertThat(codes(image)).containsOnly("layer.housekeeping");
    }

    @Test
    void theNameAfterTheFirstMarkIsDeleted() throws IOException {
        Image image = ofLayers(l -> l.file("/a.wh.b", "1").file("/b", "2"), l -> l.file("/.wh.a.wh.b", ""));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/b", "f:2"));
    }

    @Test
    void typeAndContentOfAMarkerDoNotMatter() throws IOException {
        Image image = ofLayers(
                l -> l.file("/a", "1")
                        .file("/b", "2")
                        .file("/c", "3")
                        .file("/e/f", "4")
                        .file("/keep", "5"),
                l -> l.hardlink("/.wh.a", "/keep")
                        .file("/.wh.b", "not empty")
                        .symlink("/.wh.c", "keep")
                        .directory("/.wh.e"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/keep", "f:5"));
    }

    @Test
    void bytesInAMarkerAreTold() throws IOException {
        Image image = ofLayers(
                l -> l.file("/b", "2").file("/d/x", "1"),
                l -> l.file("/.wh.b", "payload").file("/d/.wh..wh..opq", "more").file("/.wh.c", ""));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/d", "d"));
        assertThat(Images.messages(image))
                .containsExactly(
                        "a whiteout that holds 7 bytes, which no tree shows: /.wh.b",
                        "a whiteout that holds 4 bytes, which no tree shows: /d/.wh..wh..opq");
    }

    @Test
    void inARootFileSystemTheyAreFiles() throws IOException {
        byte[] archive = FakeImage.builder()
                .layer(l -> l.file("/etc/.wh.b", "payload").file("/etc/b", "2").file("/etc/.wh..wh..opq", ""))
                .build()
                .rootfsTar();
        Image image = Images.open(archive);
        assertThat(listing(image.tree()))
                .isEqualTo(Map.of("/etc", "d", "/etc/.wh.b", "f:payload", "/etc/b", "f:2", "/etc/.wh..wh..opq", "f:"));
        assertThat(codes(image)).containsExactly("layer.whiteout", "layer.whiteout");
    }

    @Test
    void aFileThatComesBackHasThreeVersions() throws IOException {
        Image image = ofLayers(
                l -> l.file("/a", "1"),
                l -> l.whiteout("/a"),
                l -> l.file("/a", "three").file("/b", "2"));
        List<FileVersion> versions = image.versions(ImagePath.of("/a"));
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).entry().layer()).isEqualTo(0);
        assertThat(versions.get(0).hiddenIn()).isEqualTo(1);
        assertThat(versions.get(0).replaced()).isFalse();
        assertThat(versions.get(1).entry().layer()).isEqualTo(2);
        assertThat(versions.get(1).hiddenIn()).isNull();
        assertThat(listing(image.treeAt(1))).isEmpty();
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:three", "/b", "f:2"));
    }

    @Test
    void whatIsDeletedOrOverwrittenIsStillShipped() throws IOException {
        Image image = ofLayers(
                l -> l.file("/gone", "12345").file("/over", "123"),
                l -> l.whiteout("/gone").file("/over", "new"));
        assertThat(image.hidden().stream().map(v -> v.entry().path().toString()))
                .containsExactly("/gone", "/over");
        assertThat(Images.text(image.hidden().get(0).entry())).isEqualTo("12345");
        assertThat(image.hidden().get(1).replaced()).isTrue();
        assertThat(image.layers().get(0).wastedBytes()).isEqualTo(8);
        assertThat(image.layers().get(1).deleted()).isEqualTo(1);
        assertThat(image.layers().get(1).modified()).isEqualTo(1);
    }

    @Test
    void aLoopingLinkBelowAWhiteoutDoesNotStopTheReading() throws IOException {
        Image image = ofLayers(
                l -> l.symlink("/d/loop", "loop").symlink("/d/bad", "/no/where").file("/a", "1"),
                l -> l.whiteout("/d"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(image.complete()).isTrue();
    }
}

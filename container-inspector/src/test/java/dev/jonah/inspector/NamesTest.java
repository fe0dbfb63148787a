package dev.jonah.inspector;

import static dev.jonah.inspector.Images.codes;
import static dev.jonah.inspector.Images.listing;
import static dev.jonah.inspector.Images.ofLayers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.Image;
import dev.jonah.inspector.tar.RawTar;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private static Image named(String... latin1) throws IOException {
        return ofLayers(l -> {
            for (String name : latin1) {
                l.file(RawText.ofLatin1(name), new byte[] {'x'});
            }
            return l;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/abs/a, /abs/a",
        "./a, /a",
        "././/a//b, /a/b",
        "a/../b, /b",
        "a/./b, /a/b",
        "c:/x, /c:/x",
        "back\\slash, /back\\slash",
        "trailing., /trailing.",
        "...,/..."
    })
    void namesAreNormalised(String stored, String path) throws IOException {
        Image image = named(stored);
        assertThat(image.tree().files().map(f -> f.path().toString())).containsExactly(path);
        assertThat(image.entries(0).map(e -> e.name().toString())).containsExactly(stored);
        assertThat(image.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"../../evil, /evil", "data/../../../evil, /evil"})
    void namesThatClimbStayInsideAndAreReported(String stored, String path) throws IOException {
        Image image = named(stored);
        assertThat(image.tree().files().map(f -> f.path().toString())).containsExactly(path);
        assertThat(codes(image)).containsExactly("layer.name-climbs");
    }

    @ParameterizedTest
    @CsvSource({"./", ".", "/"})
    void anEntryOfTheRootGivesOnlyItsMetadata(String stored) throws IOException {
        Image image = ofLayers(l -> l.rawEntry(
                        RawTar.member(stored).type('5').octal(100, 8, 0750).header())
                .file("/a", "1"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(image.tree().find(ImagePath.ROOT).orElseThrow().mode()).isEqualTo(0750);
        assertThat(image.tree().directoryCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"./", "''", "a/.."})
    void somethingElseInPlaceOfTheRootIsReported(String stored) throws IOException {
        Image image = ofLayers(l -> l.rawEntry(RawTar.member(stored).with("x")).file("/a", "1"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(codes(image)).containsExactly("layer.name-root");
    }

    @Test
    void namesThatAreNotUtf8AreKeptByteForByte() throws IOException {
        Image image = named("bad\u00fdname", "bad\u00fename");
        assertThat(image.tree().files().map(f -> f.path().raw()))
                .containsExactly(RawText.ofLatin1("/bad\u00fdname"), RawText.ofLatin1("/bad\u00fename"));
        assertThat(codes(image)).containsOnly("layer.name-encoding");
    }

    @Test
    void namesThatDifferOnlyInCaseOrCompositionAreDifferent() throws IOException {
        Image image = ofLayers(
                l -> l.file("/A", "1").file("/a", "2").file("/\u00e9", "3").file("/e\u0301", "4"));
        assertThat(image.tree().fileCount()).isEqualTo(4);
    }

    @Test
    void missingParentsAreImplied() throws IOException {
        Image image = ofLayers(l -> l.file("/a/b/c", "1"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "d", "/a/b", "d", "/a/b/c", "f:1"));
        assertThat(Images.entry(image, "/a/b").implied()).isTrue();
    }

    @Test
    void anImpliedParentLeavesTheMetadataOfTheLowerDirectory() throws IOException {
        Image image = ofLayers(l -> l.directory("/a").mode("/a", 0700), l -> l.file("/a/b", "1"));
        assertThat(Images.entry(image, "/a").mode()).isEqualTo(0700);
        assertThat(Images.entry(image, "/a").implied()).isFalse();
    }

    @Test
    void aNameWithNulIsRefusedAndReported() throws IOException {
        Image image = ofLayers(l -> l.rawEntry(RawTar.pax('x', "path", "data/nul\0x"))
                .rawEntry(RawTar.member("short").with("x"))
                .file("/a", "1"));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(codes(image)).containsExactly("layer.name-nul");
    }

    @Test
    void controlCharactersNeverReachAMessage() throws IOException {
        Image image = named("esc\u001b[31m\u00ff");
        assertThat(List.of(image.diagnostics().get(0).message().split(""))).doesNotContain("\u001b");
    }

    @Test
    void aPathOfFiveThousandBytesIsRead() throws IOException {
        String path = "/" + ("d".repeat(99) + "/").repeat(50) + "f";
        Image image = ofLayers(l -> l.file(path, "1"));
        assertThat(Images.text(Images.entry(image, path))).isEqualTo("1");
        assertThat(image.tree().directoryCount()).isEqualTo(50);
    }
}

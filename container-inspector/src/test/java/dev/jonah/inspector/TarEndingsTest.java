package dev.jonah.inspector;

import static dev.jonah.inspector.Images.codes;
import static dev.jonah.inspector.Images.listing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.Image;
import dev.jonah.inspector.tar.RawTar;
import dev.jonah.testkit.FakeImage;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarEndingsTest {
    private static final byte[] MEMBER = RawTar.member("a").with("1");
    private static final byte[] OTHER = RawTar.member("b").with("2");

    /** An image whose only layer is exactly these bytes. */
    private static Image of(byte[] layer) throws IOException {
        UnaryOperator<byte[]> replaced = tar -> layer;
        return Images.open(FakeImage.builder()
                .layer(l -> l.compress(replaced, "application/vnd.oci.image.layer.v1.tar")
                        .claimedDiffId(
                                Digest.compute(Digest.Algorithm.SHA256, layer).toString()))
                .build()
                .dockerArchive());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 512, 1024, 9216, 20480})
    void anyNumberOfEndBlocksIsFine(int zeros) throws IOException {
        Image image = of(RawTar.join(MEMBER, new byte[zeros]));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(image.complete()).isTrue();
        assertThat(image.diagnostics()).isEmpty();
    }

    @Test
    void aLayerWithoutAByteIsEmpty() throws IOException {
        Image image = of(new byte[0]);
        assertThat(listing(image.tree())).isEmpty();
        assertThat(image.complete()).isTrue();
    }

    @Test
    void aLayerOfZerosIsEmpty() throws IOException {
        Image image = of(new byte[1024]);
        assertThat(listing(image.tree())).isEmpty();
        assertThat(image.layers().get(0).diffId())
                .hasToString("sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef");
    }

    @Test
    void whatFollowsTheEndIsNotListedAndReported() throws IOException {
        Image image = of(RawTar.archive(MEMBER, new byte[1024], OTHER));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(codes(image)).containsExactly("layer.trailing-data");
        assertThat(image.complete()).isTrue();
    }

    @Test
    void missingPaddingOfTheLastMemberIsReported() throws IOException {
        Image image = of(Arrays.copyOf(MEMBER, 513));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(Images.messages(image)).containsExactly("layer 0 ends inside the padding of a");
        assertThat(image.complete()).isFalse();
    }

    @Test
    void aMemberThatEndsEarlyIsKeptWithoutContentAndReported() throws IOException {
        Image image = of(RawTar.join(MEMBER, RawTar.member("long").size(5000).with("short")));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1", "/long", "f:?"));
        assertThat(Images.messages(image)).containsExactly("layer 0 ends inside long");
        assertThat(image.complete()).isFalse();
    }

    @Test
    void anEndInsideAHeaderIsReported() throws IOException {
        Image image = of(RawTar.join(MEMBER, Arrays.copyOf(OTHER, 300)));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(Images.messages(image)).containsExactly("layer 0 ends inside a header");
        assertThat(image.complete()).isFalse();
    }

    @Test
    void anEndAfterAnExtendedHeaderIsReported() throws IOException {
        for (byte[] end : new byte[][] {new byte[0], new byte[1024]}) {
            Image image = of(RawTar.join(MEMBER, RawTar.pax('x', "path", "gone"), end));
            assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
            assertThat(Images.messages(image)).containsExactly("layer 0 ends after an extended header");
        }
    }

    @Test
    void aWrongChecksumEndsTheListing() throws IOException {
        byte[] bad = OTHER.clone();
        bad[0] = 'c';
        Image image = of(RawTar.archive(MEMBER, bad));
        assertThat(listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(Images.messages(image).get(0)).startsWith("bad header checksum in layer 0 at byte 1024");
        assertThat(image.complete()).isFalse();
    }
}

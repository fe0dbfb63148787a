package dev.jonah.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.image.Image;
import dev.jonah.image.OpenRequest;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.inspector.compression.Compressors;
import dev.jonah.inspector.tar.RawTar;
import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.OciLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenImagesTest {
    private static final FakeImage IMAGE = FakeImage.builder()
            .name("demo:1")
            .layer(l -> l.file("/a", "1"))
            .layer(l -> l.file("/b", "2").gzip())
            .build();

    private static Map<String, byte[]> oci() {
        return new LinkedHashMap<>(OciLayout.of(IMAGE).members());
    }

    private static String layerBlob(int index) {
        return "blobs/sha256/" + Containers.hex(IMAGE.storedLayer(index));
    }

    private static void assertOnlyA(Image image, String... said) throws IOException {
        assertThat(Images.listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(image.complete()).isFalse();
        assertThat(image.layers().get(0).complete()).isTrue();
        assertThat(image.layers().get(1).complete()).isFalse();
        assertThat(String.join("\n", Images.messages(image))).contains(said);
    }

    private static void assertStrictRefuses(byte[] archive) {
        assertThatThrownBy(() -> new Inspector()
                        .open(Images.request(archive).strict(true).build()))
                .isInstanceOf(UnreadableImageException.class);
    }

    @Test
    void aMissingBlobLeavesTheOtherLayers() throws IOException {
        Map<String, byte[]> members = oci();
        members.remove(layerBlob(1));
        byte[] archive = Containers.tar(members);
        assertOnlyA(Images.open(archive), "blob missing: sha256:" + Containers.hex(IMAGE.storedLayer(1)));
        assertStrictRefuses(archive);
    }

    @Test
    void anotherBlobThanTheDigestSaysIsReportedWithBothValues() throws IOException {
        Map<String, byte[]> members = oci();
        byte[] other = RawTar.archive(RawTar.member("evil").with("x"));
        members.put(layerBlob(1), other);
        byte[] archive = Containers.tar(members);
        Image image = Images.open(archive);
        assertThat(image.complete()).isFalse();
        assertThat(Images.codes(image)).contains("layer.digest-mismatch", "layer.size-mismatch");
        assertThat(String.join("\n", Images.messages(image)))
                .contains(Containers.hex(other), Containers.hex(IMAGE.storedLayer(1)), IMAGE.diffId(1));
        assertStrictRefuses(archive);
    }

    @Test
    void aWrongDiffIdIsReported() throws IOException {
        FakeImage made = FakeImage.builder()
                .layer(l -> l.file("/a", "1").claimedDiffId("sha256:" + "1".repeat(64)))
                .build();
        Image image = Images.open(made.dockerArchive());
        assertThat(Images.listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(Images.codes(image)).containsExactly("layer.digest-mismatch");
        assertThat(image.complete()).isFalse();
        assertStrictRefuses(made.dockerArchive());
    }

    @Test
    void aDigestThatCannotBeComputedIsReportedAndLosesNothing() throws IOException {
        FakeImage made = FakeImage.builder()
                .layer(l -> l.file("/a", "1").claimedDiffId("blake3:" + "1".repeat(64)))
                .build();
        Image image = Images.open(made.dockerArchive());
        assertThat(Images.codes(image)).containsExactly("layer.digest-unchecked");
        assertThat(image.complete()).isTrue();
    }

    @Test
    void aManifestThatIsNotWhatItsDigestSaysIsReported() throws IOException {
        Map<String, byte[]> members = oci();
        String manifest = "blobs/sha256/" + IMAGE.manifestDigest().hex();
        members.put(manifest, RawTar.join(members.get(manifest), new byte[] {' '}));
        Image image = Images.open(Containers.tar(members));
        assertThat(Images.codes(image)).containsExactly("image.size-mismatch", "image.digest-mismatch");
        assertThat(image.complete()).isFalse();
    }

    @Test
    void aWrongSizeIsReported() throws IOException {
        Map<String, byte[]> members = oci();
        String manifest =
                new String(members.get("blobs/sha256/" + IMAGE.manifestDigest().hex()), StandardCharsets.UTF_8);
        byte[] changed = Containers.bytes(manifest.replace("\"size\":" + IMAGE.storedLayer(1).length, "\"size\":7"));
        members.put("blobs/sha256/" + Containers.hex(changed), changed);
        members.put(
                "index.json",
                Containers.bytes("{\"manifests\":[{\"digest\":\"sha256:" + Containers.hex(changed) + "\"}]}"));
        Image image = Images.open(Containers.tar(members));
        assertThat(Images.codes(image)).containsExactly("layer.size-mismatch");
        assertThat(Images.messages(image).get(0)).contains(String.valueOf(IMAGE.storedLayer(1).length), "7");
    }

    @Test
    void fewerLayersThanDiffIdsAreMissingLayers() throws IOException {
        Map<String, byte[]> members = oci();
        byte[] manifest = Containers.bytes("{\"config\":{\"digest\":\"" + IMAGE.configDigest() + "\"},\"layers\":[]}");
        members.put("blobs/sha256/" + Containers.hex(manifest), manifest);
        members.put(
                "index.json",
                Containers.bytes("{\"manifests\":[{\"digest\":\"sha256:" + Containers.hex(manifest) + "\"}]}"));
        Image image = Images.open(Containers.tar(members));
        assertThat(Images.codes(image)).containsExactly("image.diff-ids");
        assertThat(image.complete()).isFalse();
    }

    @Test
    void damageInsideACompressedLayerKeepsWhatCameBefore() throws IOException {
        byte[] stored = IMAGE.storedLayer(1);
        Map<String, byte[]> members = oci();
        members.put(layerBlob(1), Arrays.copyOf(stored, stored.length - 4));
        Image image = Images.open(Containers.tar(members));
        assertThat(Images.listing(image.tree())).isEqualTo(Map.of("/a", "f:1", "/b", "f:2"));
        assertThat(Images.messages(image)).anyMatch(m -> m.contains("layer 1: unexpected end of gzip data"));
        assertThat(image.complete()).isFalse();
    }

    @Test
    void aMissingConfigurationIsReported() throws IOException {
        Map<String, byte[]> members = oci();
        members.remove("blobs/sha256/" + IMAGE.configDigest().hex());
        Image image = Images.open(Containers.tar(members));
        assertThat(Images.codes(image)).containsExactly("image.config");
        assertThat(Images.listing(image.tree())).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"Config\":\"c\",\"Layers\":[\"../../etc/passwd\"]}] | layer not in the archive: ../../etc/passwd",
                "[{\"Config\":\"../c\",\"Layers\":[]}] | configuration not in the archive: ../c",
                "[{\"Config\":\"c\",\"Layers\":7}] | Layers is not a list",
                "[{\"Config\":\"c\",\"Layers\":null}] | Layers is null",
                "[{\"Config\":\"c\",\"Layers\":[7]}] | is not a text",
                "[{\"Layers\":[]}] | Config is null",
                "[null] | an image is no object",
                "[] | no image",
                "{} | not a list",
                "{\"a\" | not JSON",
                "7 8 | not JSON",
                "'' | not JSON"
            })
    void aManifestOfAnotherShapeIsRefusedWithTheReason(String manifest, String said) {
        byte[] archive = Containers.tar(Map.of("manifest.json", Containers.bytes(manifest)));
        assertThatThrownBy(() -> Images.open(archive))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageStartingWith("manifest.json")
                .hasMessageContaining(said);
    }

    @Test
    void aManifestNestedTooDeepIsRefused() {
        byte[] archive = Containers.tar(Map.of("manifest.json", Containers.bytes("[".repeat(100_000))));
        assertThatThrownBy(() -> Images.open(archive)).hasMessageContaining("nested too deep");
    }

    @ParameterizedTest
    @CsvSource({
        "sha256:../../../etc/passwd",
        "sha256:abc",
        "sha256:ABCDEF",
        "nonsense",
        "../x:y",
        "sha256:",
        "sha512:abc"
    })
    void aMalformedDigestIsRefused(String digest) {
        byte[] archive = Containers.tar(
                Map.of("index.json", Containers.bytes("{\"manifests\":[{\"digest\":\"" + digest + "\"}]}")));
        assertThatThrownBy(() -> Images.open(archive)).hasMessageContainingAll("malformed digest", digest);
    }

    @Test
    void aLayerThatIsALinkOutOfTheArchiveIsUnread() throws IOException {
        for (String target : List.of("/etc/passwd", "../../etc/passwd", "layer.tar", "gone")) {
            byte[] archive = RawTar.archive(
                    RawTar.member("layer.tar").type('2').link(target).header(),
                    RawTar.member("manifest.json").with(Containers.manifest("c.json", List.of("layer.tar"))));
            Image image = Images.open(archive);
            assertThat(image.complete()).isFalse();
            assertThat(Images.codes(image)).contains("layer.missing");
        }
    }

    @Test
    void anIndexThatNamesItselfIsRefused() {
        String digest = "sha256:" + "1".repeat(64);
        String index = "{\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"digest\":\""
                + digest + "\"}]}";
        Map<String, byte[]> members = Map.of(
                "index.json", Containers.bytes(index), "blobs/sha256/" + "1".repeat(64), Containers.bytes(index));
        assertThatThrownBy(() -> Images.open(Containers.tar(members))).hasMessageContaining("refers to itself");
    }

    @Test
    void theParentsOfOldLayersMayNotBeCircular() {
        Map<String, byte[]> members = Map.of(
                "repositories", Containers.bytes("{\"demo\":{\"1\":\"a\"}}"),
                "a/json", Containers.bytes("{\"parent\":\"b\"}"),
                "b/json", Containers.bytes("{\"parent\":\"a\"}"));
        assertThatThrownBy(() -> Images.open(Containers.tar(members))).hasMessageContaining("circular");
    }

    @Test
    void anArchiveThatIsCutOffIsCalledSo() {
        byte[] archive = IMAGE.dockerArchive();
        assertThatThrownBy(() -> Images.open(Arrays.copyOf(archive, 3000)))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("the archive ends inside");
    }

    @ParameterizedTest
    @CsvSource({"'', empty", "hello world, not an image archive", "hsqs and more, squashfs"})
    void somethingElseIsRefused(String content, String said) {
        assertThatThrownBy(() -> Images.open(Containers.bytes(content)))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(said);
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void zerosWithoutEndAreRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) 0);
                return length;
            }
        };
        assertThatThrownBy(() -> new Inspector()
                        .open(OpenRequest.of("/dev/zero", endless).build()))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("/dev/zero holds nothing but zero bytes");
    }

    @Test
    void anArchiveWhoseCompressionIsCutOffIsCalledSo() {
        byte[] archive = Compressors.GZIP.apply(Containers.tar(Map.of("x", Containers.bytes("1"))));
        assertThatThrownBy(() -> Images.open(Arrays.copyOf(archive, archive.length - 10)))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("it is damaged: unexpected end of gzip data");
    }

    @Test
    void anImageThatIsListedTwiceIsOneWithAllItsTags() throws IOException {
        Map<String, byte[]> members = new TreeMap<>();
        members.put("l.tar", RawTar.archive(RawTar.member("a").with("1")));
        String image = "{\"Config\":\"c.json\",\"Layers\":[\"l.tar\"],\"RepoTags\":[\"TAG\"]}";
        members.put(
                "manifest.json",
                Containers.bytes("[" + image.replace("TAG", "demo:2") + "," + image.replace("TAG", "demo:1") + "]"));
        assertThat(Images.open(Containers.tar(members)).names()).containsExactly("demo:1", "demo:2");
    }

    @Test
    void aLayerThatIsSomethingElseIsCalledByItsName() throws IOException {
        Map<String, byte[]> members = new TreeMap<>();
        members.put("l.tar", Containers.bytes("LZIP, and more"));
        members.put("manifest.json", Containers.bytes("[{\"Config\":\"c.json\",\"Layers\":[\"l.tar\"]}]"));
        assertThat(Images.messages(Images.open(Containers.tar(members))))
                .contains("layer 0 is compressed with lzip, which is not supported");
    }

    @ParameterizedTest
    @CsvSource({"/manifest.json", "/repositories", "/index.json"})
    void aDirectoryWithTheNameOfAManifestIsNone(String name) throws IOException {
        byte[] archive = FakeImage.builder()
                .layer(l -> l.directory(name).file("/etc/a", "1"))
                .build()
                .rootfsTar();
        assertThat(Images.open(archive).format()).isEqualTo("rootfs-tar");
    }
}

package dev.jonah.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.image.Image;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.inspector.tar.RawTar;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What stands beside images in a layout, and what only looks like that. */
class ArtifactsTest {
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar";

    private final Map<String, byte[]> members = new TreeMap<>();

    private String blob(byte[] bytes) {
        String digest = Digest.compute(Digest.Algorithm.SHA256, bytes).toString();
        members.put("blobs/" + digest.replace(':', '/'), bytes);
        return "\"digest\":\"" + digest + "\",\"size\":" + bytes.length;
    }

    private String blob(String text) {
        return blob(text.getBytes(StandardCharsets.UTF_8));
    }

    private String manifest(String more, String configType, String layerType, byte[] layer) {
        return blob("{\"schemaVersion\":2" + more + ",\"config\":{\"mediaType\":\"" + configType + "\","
                + blob("{\"os\":\"linux\",\"architecture\":\"amd64\"}") + "},\"layers\":[{\"mediaType\":\"" + layerType
                + "\"," + blob(layer) + "}]}");
    }

    private String image() {
        return manifest("", CONFIG, LAYER, RawTar.archive(RawTar.member("a").with("1")));
    }

    /** As cosign writes it: the configuration is that of an image, the layer is not. */
    private String signature() {
        return manifest(
                "", CONFIG, "application/vnd.dev.cosign.simplesigning.v1+json", "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static String tagged(String descriptor, String tag) {
        return "{" + descriptor + ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"" + tag + "\"}}";
    }

    private Image open(String... descriptors) throws IOException {
        members.put("oci-layout", "{}".getBytes(StandardCharsets.UTF_8));
        members.put(
                "index.json",
                ("{\"manifests\":[" + String.join(",", Arrays.asList(descriptors)) + "]}")
                        .getBytes(StandardCharsets.UTF_8));
        return Images.open(Containers.tar(members));
    }

    @Test
    void aSignatureUnderATagOfItsOwnIsNoSecondImage() throws IOException {
        Image image = open(tagged(image(), "1"), tagged(signature(), "sha256-0123.sig"));
        assertThat(image.names()).containsExactly("1");
        assertThat(image.attachments())
                .extracting(a -> a.kind() + " " + a.artifactType())
                .containsExactly("artifact application/vnd.dev.cosign.simplesigning.v1+json");
    }

    @Test
    void aSignatureAloneIsRefused() {
        assertThatThrownBy(() -> open(tagged(signature(), "sha256-0123.sig")))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("no image")
                .hasMessageContaining("cosign");
    }

    @Test
    void whatCanBeRunIsAnImageWhateverItCallsItself() throws IOException {
        String sly = manifest(
                ",\"artifactType\":\"application/x\"",
                CONFIG,
                LAYER,
                RawTar.archive(RawTar.member("a").with("1")));
        assertThat(Images.listing(
                        open("{" + sly + ",\"artifactType\":\"application/x\"}").tree()))
                .containsOnlyKeys("/a");
    }

    @Test
    void aMalformedDescriptorOfAnotherImageIsSetAside() throws IOException {
        Image image = open("{\"digest\":\"nonsense\",\"size\":1}", "{\"size\":1}", "{" + image() + "}");
        assertThat(Images.listing(image.tree())).containsOnlyKeys("/a");
        assertThat(Images.codes(image)).contains("image.descriptor");
        assertThat(image.complete()).isTrue();
    }

    @Test
    void aMalformedDescriptorAloneIsNamed() {
        assertThatThrownBy(() -> open("{\"digest\":\"sha256:../../etc/passwd\",\"size\":1}"))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("malformed digest: sha256:../../etc/passwd");
    }

    @Test
    void aManifestThatIsCalledAnIndexIsRead() throws IOException {
        Image image = open("{\"mediaType\":\"application/vnd.oci.image.index.v1+json\"," + image() + "}");
        assertThat(Images.listing(image.tree())).containsOnlyKeys("/a");
    }

    @Test
    void aManifestOfAnotherSizeIsReported() throws IOException {
        Image image = open("{" + image().replaceAll("\"size\":.*", "\"size\":7") + "}");
        assertThat(image.complete()).isFalse();
        assertThat(Images.messages(image)).anyMatch(m -> m.matches("size mismatch: the manifest .* bytes, not 7"));
    }

    @Test
    void aConfigurationOfAnotherSizeIsReported() throws IOException {
        byte[] layer = RawTar.archive(RawTar.member("a").with("1"));
        String lying = blob("{\"config\":{" + blob("{}").replaceAll("\"size\":.*", "\"size\":9")
                + "},\"layers\":[{\"mediaType\":\"" + LAYER + "\"," + blob(layer) + "}]}");
        Image image = open("{" + lying + "}");
        assertThat(image.complete()).isFalse();
        assertThat(Images.messages(image)).contains("size mismatch: the configuration has 2 bytes, not 9");
    }

    @Test
    void aConfigurationWithoutDiffIdsIsReported() throws IOException {
        Image image = open("{" + image() + "}");
        assertThat(Images.codes(image)).containsExactly("image.diff-ids");
        assertThat(image.complete()).isTrue();
    }
}

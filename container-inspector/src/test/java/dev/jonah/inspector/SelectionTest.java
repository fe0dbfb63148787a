package dev.jonah.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.image.AttachedDocument;
import dev.jonah.image.Image;
import dev.jonah.image.Platform;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.testkit.DockerArchive;
import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.OciLayout;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several images is opened. */
class SelectionTest {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final FakeImage ONE = image("one:1", "linux/amd64");
    private static final FakeImage TWO = image("registry.example/team/two:latest", "linux/amd64");

    private static FakeImage image(String name, String platform) {
        FakeImage.Builder builder = FakeImage.builder().platform(platform).layer(l -> l.file("/name", name + platform));
        return (name.isEmpty() ? builder : builder.name(name)).build();
    }

    private static String name(byte[] archive, String wanted, String platform) throws IOException {
        Image image = new Inspector()
                .open(Images.request(archive)
                        .image(wanted)
                        .platform(platform == null ? null : Platform.parse(platform))
                        .build());
        assertThat(image.complete()).as("%s", image.diagnostics()).isTrue();
        return Images.text(Images.entry(image, "/name"));
    }

    private static void assertRefused(byte[] archive, String wanted, String platform, String... said) {
        assertThatThrownBy(() -> name(archive, wanted, platform))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContainingAll(said);
    }

    @Test
    void severalImagesNeedAChoiceAndTheErrorListsThem() {
        for (byte[] archive : new byte[][] {
            DockerArchive.of(ONE, TWO).tar(),
            OciLayout.of(ONE, TWO).tar(),
            OciLayout.of(ONE, TWO).withDockerManifest().tar()
        }) {
            assertRefused(archive, null, null, "--image", "one:1", "registry.example/team/two:latest");
            assertRefused(archive, "three", null, "three", "one:1", "registry.example/team/two:latest");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry.example/team/two:latest", "team/two", "two", "two:latest"})
    void anImageMayBeNamedInFullOrInShort(String wanted) throws IOException {
        assertThat(name(DockerArchive.of(ONE, TWO).tar(), wanted, null)).startsWith("registry.example/team/two");
        assertThat(name(OciLayout.of(ONE, TWO).tar(), wanted, null)).startsWith("registry.example/team/two");
    }

    @Test
    void anImageMayBeNamedByItsDigest() throws IOException {
        assertThat(name(DockerArchive.of(ONE, TWO).tar(), ONE.configDigest().toString(), null))
                .startsWith("one");
        assertThat(name(
                        DockerArchive.of(ONE, TWO).tar(),
                        ONE.configDigest().hex().substring(0, 12),
                        null))
                .startsWith("one");
        assertThat(name(OciLayout.of(ONE, TWO).tar(), ONE.manifestDigest().toString(), null))
                .startsWith("one");
        assertRefused(DockerArchive.of(ONE, TWO).tar(), ONE.configDigest().hex().substring(10, 30), null, "no image");
    }

    @Test
    void oneImageUnderTwoNamesIsOneImage() throws IOException {
        FakeImage twice = FakeImage.builder()
                .name("a:1")
                .name("b:2")
                .layer(l -> l.file("/name", "x"))
                .build();
        Image image = Images.open(twice.ociArchive());
        assertThat(image.names()).containsExactly("a:1", "b:2");
    }

    @Test
    void thePlatformDefaultsToLinuxOnAmd64() throws IOException {
        byte[] archive = OciLayout.multiPlatform("app:1", image("", "linux/arm64/v8"), image("", "linux/amd64"))
                .tar();
        assertThat(name(archive, null, null)).endsWith("linux/amd64");
        assertThat(name(archive, null, "linux/arm64")).endsWith("arm64/v8");
        assertThat(name(archive, "app:1", "linux/arm64/v8")).endsWith("arm64/v8");
        assertRefused(archive, null, "linux/s390x", "no image for linux/s390x", "linux/arm64/v8", "linux/amd64");
        assertRefused(archive, null, "linux/arm64/v7", "no image for linux/arm64/v7");
    }

    @Test
    void aLoneImageOfAnotherPlatformIsTaken() throws IOException {
        assertThat(name(image("a:1", "linux/riscv64").ociArchive(), null, null)).endsWith("riscv64");
        assertThat(name(image("a:1", "linux/riscv64").dockerArchive(), null, null))
                .endsWith("riscv64");
    }

    @Test
    void severalPlatformsWithoutTheDefaultNeedAChoice() {
        byte[] archive = OciLayout.multiPlatform("app:1", image("", "linux/arm64"), image("", "linux/s390x"))
                .tar();
        assertRefused(archive, null, null, "--platform", "linux/arm64", "linux/s390x");
    }

    @Test
    void aPlatformDoesNotDecideBetweenImagesOfDifferentNames() {
        byte[] archive = OciLayout.of(image("a:1", "linux/amd64"), image("b:1", "linux/arm64"))
                .tar();
        assertRefused(archive, null, null, "several images", "a:1", "b:1");
    }

    @Test
    void anotherPlatformThanTheOneAskedForIsRefusedInEveryFormat() {
        assertRefused(image("a:1", "linux/amd64").dockerArchive(), null, "linux/arm64", "linux/arm64", "linux/amd64");
        assertRefused(image("a:1", "linux/amd64").hybridArchive(), null, "linux/arm64", "linux/arm64", "linux/amd64");
        assertRefused(image("a:1", "linux/amd64").ociArchive(), null, "linux/arm64", "linux/arm64", "linux/amd64");
    }

    @Test
    void attestationsAndArtifactsAreSetAsideAndListed() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>(OciLayout.of(ONE).members());
        members.put(
                "index.json",
                Containers.bytes("{\"schemaVersion\":2,\"manifests\":["
                        + "{\"mediaType\":\"" + MANIFEST + "\",\"digest\":\"" + ONE.manifestDigest() + "\"},"
                        + "{\"mediaType\":\"" + MANIFEST + "\",\"digest\":\"sha256:" + "a".repeat(64) + "\","
                        + "\"platform\":{\"os\":\"unknown\",\"architecture\":\"unknown\"},\"annotations\":{"
                        + "\"vnd.docker.reference.type\":\"attestation-manifest\",\"vnd.docker.reference.digest\":\""
                        + ONE.manifestDigest() + "\"}},"
                        + "{\"mediaType\":\"" + MANIFEST + "\",\"digest\":\"sha256:" + "b".repeat(64)
                        + "\",\"artifactType\":\"application/spdx+json\"},"
                        + "{\"mediaType\":\"text/plain\",\"digest\":\"sha256:" + "c".repeat(64) + "\"}]}"));
        members.put("blobs/sha256/" + "c".repeat(64), Containers.bytes("no JSON at all"));
        Image image = Images.open(Containers.tar(members));
        assertThat(image.complete()).isTrue();
        assertThat(image.attachments())
                .extracting(AttachedDocument::kind)
                .containsExactly("attestation", "artifact", "unknown");
        assertThat(image.attachments().get(0).subject())
                .isEqualTo(ONE.manifestDigest().toString());
        assertThat(image.attachments().get(1).artifactType()).isEqualTo("application/spdx+json");
    }

    @Test
    void attestationsBesideADockerManifestAreListedToo() throws IOException {
        Map<String, byte[]> members =
                new LinkedHashMap<>(OciLayout.of(ONE).withDockerManifest().members());
        String index = new String(members.get("index.json"), java.nio.charset.StandardCharsets.UTF_8);
        members.put(
                "index.json",
                Containers.bytes(index.replace(
                        "\"manifests\":[",
                        "\"manifests\":[{\"digest\":\"sha256:" + "a".repeat(64)
                                + "\",\"platform\":{\"os\":\"unknown\",\"architecture\":\"unknown\"}},")));
        Image image = Images.open(Containers.tar(members));
        assertThat(image.format()).isEqualTo("docker-archive");
        assertThat(image.digest()).isEqualTo(ONE.manifestDigest());
        assertThat(image.attachments()).extracting(AttachedDocument::kind).containsExactly("attestation");
    }

    @Test
    void aLayoutOfArtifactsOnlyIsRefused() {
        byte[] artifact = Containers.bytes(
                "{\"config\":{\"mediaType\":\"application/vnd.oci.empty.v1+json\",\"digest\":" + "\"sha256:"
                        + "e".repeat(64) + "\"},\"layers\":[],\"artifactType\":\"application/vnd.example\"}");
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("oci-layout", Containers.bytes("{}"));
        members.put("blobs/sha256/" + Containers.hex(artifact), artifact);
        members.put(
                "index.json",
                Containers.bytes("{\"manifests\":[{\"digest\":\"sha256:" + Containers.hex(artifact) + "\"}]}"));
        assertRefused(Containers.tar(members), null, null, "only artifacts", "application/vnd.example");
    }

    @Test
    void damageOfAnotherPlatformDoesNotMatter() throws IOException {
        FakeImage arm = image("", "linux/arm64");
        FakeImage amd = image("", "linux/amd64");
        Map<String, byte[]> members =
                new LinkedHashMap<>(OciLayout.multiPlatform("app:1", arm, amd).members());
        String manifest = "blobs/sha256/" + arm.manifestDigest().hex();
        for (String bytes : new String[] {"{}", "no JSON", "[]", "{\"config\":{\"digest\":\"../../x\"}}"}) {
            members.put(manifest, Containers.bytes(bytes));
            Image image = Images.open(Containers.tar(members));
            assertThat(image.complete()).as(bytes).isTrue();
            assertThat(image.diagnostics()).as(bytes).isEmpty();
        }
        members.remove(manifest);
        assertRefused(Containers.tar(members), null, "linux/arm64", "not in the layout", "linux/arm64");
    }

    @Test
    void aFormatMayBeForced() throws IOException {
        byte[] archive = ONE.hybridArchive();
        for (String format : new String[] {"docker-archive", "oci-archive", "rootfs-tar"}) {
            Image image =
                    new Inspector().open(Images.request(archive).format(format).build());
            assertThat(image.format()).isEqualTo(format);
        }
        assertThatThrownBy(() -> new Inspector()
                        .open(Images.request(archive).format("sif").build()))
                .hasMessageContainingAll("sif", "docker-archive", "rootfs-tar");
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nestedIndexesThatFanOutAreWalkedOnce() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("oci-layout", Containers.bytes("{}"));
        byte[] lowest = Containers.bytes("{\"manifests\":[]}");
        for (int level = 0; level < 7; level++) {
            String descriptor = "{\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"digest\":\"sha256:"
                    + Containers.hex(lowest) + "\"}";
            members.put("blobs/sha256/" + Containers.hex(lowest), lowest);
            lowest = Containers.bytes("{\"manifests\":[" + (descriptor + ",").repeat(999) + descriptor + "]}");
        }
        members.put("index.json", lowest);
        assertRefused(Containers.tar(members), null, null, "no image");
    }

    @Test
    void aDirectoryOfSkopeoMayHoldSeveralPlatforms(@org.junit.jupiter.api.io.TempDir java.nio.file.Path directory)
            throws IOException {
        FakeImage arm = image("", "linux/arm64");
        FakeImage amd = image("", "linux/amd64");
        for (FakeImage image : new FakeImage[] {arm, amd}) {
            Containers.SKOPEO_DIRECTORY.write(image, directory);
            java.nio.file.Files.move(
                    directory.resolve("manifest.json"),
                    directory.resolve(image.manifestDigest().hex() + ".manifest.json"));
        }
        java.nio.file.Files.write(
                directory.resolve("manifest.json"),
                Containers.bytes("{\"manifests\":[" + descriptor(arm) + "," + descriptor(amd) + "]}"));
        Image image = new Inspector().open(directory);
        assertThat(image.format()).isEqualTo("skopeo-dir");
        assertThat(Images.text(Images.entry(image, "/name"))).isEqualTo("linux/amd64");
    }

    private static String descriptor(FakeImage image) {
        return "{\"mediaType\":\"" + MANIFEST + "\",\"digest\":\"" + image.manifestDigest()
                + "\",\"platform\":{\"os\":\"linux\",\"architecture\":\""
                + image.platform().architecture() + "\"}}";
    }
}

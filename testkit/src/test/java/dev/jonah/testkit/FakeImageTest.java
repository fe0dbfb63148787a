package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeImageTest {
    private final FakeImage image = FakeImage.builder()
            .layer(l -> l.file("/etc/os-release", "ID=alpine\n").mode("/etc/os-release", 0600))
            .layer(l -> l.whiteout("/etc/os-release").opaque("/run").gzip().createdBy("RUN rm"))
            .name("demo:1")
            .platform("linux/arm64/v8")
            .build();

    @Test
    void aHeaderHasTheFieldsOfUstar() {
        byte[] tar = image.layerTar(0);
        assertThat(text(tar, 0, 100)).isEqualTo("etc/os-release");
        assertThat(text(tar, 100, 8)).isEqualTo("0000600");
        assertThat(text(tar, 124, 12)).isEqualTo("00000000012");
        assertThat(text(tar, 156, 1)).isEqualTo("0");
        assertThat(text(tar, 257, 6)).isEqualTo("ustar");
        assertThat(text(tar, 263, 2)).isEqualTo("00");
        assertThat(text(tar, 512, 10)).isEqualTo("ID=alpine\n");
        assertThat(tar).hasSize(512 + 512 + 1024);
    }

    @Test
    void theChecksumIsTheSumOfTheHeaderWithBlanksInItsPlace() {
        byte[] header = Arrays.copyOf(image.layerTar(0), 512);
        int recorded = Integer.parseInt(text(header, 148, 6), 8);
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        assertThat(sum).isEqualTo(recorded);
    }

    @Test
    void whatUstarCannotHoldStandsInAnExtendedHeader() {
        String name = "n".repeat(101);
        byte[] tar = FakeImage.builder()
                .layer(l -> l.file("/" + name, "x")
                        .owner("/" + name, 3_000_000, 0)
                        .modified("/" + name, -1)
                        .attribute("/" + name, "user.a", RawText.of("v=\n")))
                .build()
                .layerTar(0);
        assertThat(text(tar, 156, 1)).isEqualTo("x");
        assertThat(text(tar, 512, 512))
                .isEqualTo("27 SCHILY.xattr.user.a=v=\n\n12 mtime=-1\n111 path=" + name + "\n15 uid=3000000\n");
    }

    @Test
    void theLengthOfARecordCountsItsOwnDigits() {
        for (int length = 101; length < 1100; length++) {
            String name = "n".repeat(length);
            byte[] tar = FakeImage.builder()
                    .layer(l -> l.file("/" + name, ""))
                    .build()
                    .layerTar(0);
            String record = text(tar, 512, 2048).split("\n", 2)[0] + "\n";
            assertThat(Integer.parseInt(record.substring(0, record.indexOf(' '))))
                    .isEqualTo(record.length());
        }
    }

    @Test
    void diffIdsAreThoseOfTheUncompressedBytes() throws IOException {
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(image.storedLayer(1))).readAllBytes();
        assertThat(tar).isEqualTo(image.layerTar(1));
        assertThat(image.diffId(1)).isEqualTo(sha256(tar));
    }

    @Test
    void whiteoutsAreEmptyFilesOfTheirNames() {
        byte[] tar = image.layerTar(1);
        assertThat(text(tar, 0, 100)).isEqualTo("etc/.wh.os-release");
        assertThat(text(tar, 512, 100)).isEqualTo("run/.wh..wh..opq");
    }

    @Test
    void theConfigurationSaysPlatformDiffIdsAndHistory() {
        assertThat(new String(image.config(), StandardCharsets.UTF_8))
                .isEqualTo("{\"architecture\":\"arm64\",\"os\":\"linux\",\"variant\":\"v8\","
                        + "\"created\":\"1970-01-01T00:00:00Z\",\"config\":{},"
                        + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"" + image.diffId(0) + "\",\""
                        + image.diffId(1) + "\"]},"
                        + "\"history\":[{\"created\":\"1970-01-01T00:00:00Z\",\"created_by\":\"layer 0\"},"
                        + "{\"created\":\"1970-01-01T00:00:00Z\",\"created_by\":\"RUN rm\"}]}");
    }

    @Test
    void theDockerManifestNamesFilesThatAreThere() {
        Map<String, byte[]> members = DockerArchive.of(image).members();
        String first = sha256(image.storedLayer(0)).substring(7) + "/layer.tar";
        String second = sha256(image.storedLayer(1)).substring(7) + "/layer.tar";
        String config = image.configDigest().hex() + ".json";
        assertThat(members).containsOnlyKeys(first, second, config, "manifest.json");
        assertThat(new String(members.get("manifest.json"), StandardCharsets.UTF_8))
                .isEqualTo("[{\"Config\":\"" + config + "\",\"RepoTags\":[\"demo:1\"],\"Layers\":[\"" + first + "\",\""
                        + second + "\"]}]");
    }

    @Test
    void everyBlobOfALayoutHasTheDigestOfItsName(@TempDir Path directory) throws IOException {
        image.ociLayout(directory);
        try (var files = Files.list(directory.resolve("blobs/sha256"))) {
            for (Path blob : files.toList()) {
                assertThat(sha256(Files.readAllBytes(blob))).isEqualTo("sha256:" + blob.getFileName());
            }
        }
        assertThat(Files.readString(directory.resolve("index.json")))
                .contains("\"digest\":\"" + image.manifestDigest() + "\"")
                .contains("{\"org.opencontainers.image.ref.name\":\"demo:1\"}");
    }

    @Test
    void theSameCallsGiveTheSameBytes() {
        assertThat(build().ociArchive()).isEqualTo(build().ociArchive());
        assertThat(build().hybridArchive()).isEqualTo(build().hybridArchive());
    }

    @Test
    void aSourceFindsTheMembersOfItsArchive() throws IOException {
        FakeSource source = FakeSource.archive(DockerArchive.of(image).members());
        assertThat(source.has("manifest.json")).isTrue();
        assertThat(source.has("oci-layout")).isFalse();
        assertThat(source.member("oci-layout")).isNull();
        assertThat(source.bytes().size()).isEqualTo(image.dockerArchive().length);
    }

    @Test
    void aSourceDoesNotLeaveItsDirectory(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("secret"), "x");
        FakeSource source = FakeSource.directory(Files.createDirectory(directory.resolve("layout")));
        assertThat(source.has("../secret")).isFalse();
    }

    @Test
    void severalLayersAreNoRootFileSystem() {
        assertThatThrownBy(image::rootfsTar).isInstanceOf(IllegalStateException.class);
    }

    private static FakeImage build() {
        return FakeImage.builder().layer(l -> l.file("/a", "b").gzip()).build();
    }

    private static String sha256(byte[] bytes) {
        return Digest.compute(Digest.Algorithm.SHA256, bytes).toString();
    }

    private static String text(byte[] bytes, int offset, int width) {
        String field = new String(bytes, offset, Math.min(width, bytes.length - offset), StandardCharsets.UTF_8);
        int end = field.indexOf('\0');
        return end < 0 ? field : field.substring(0, end);
    }
}

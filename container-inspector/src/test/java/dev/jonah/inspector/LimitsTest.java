package dev.jonah.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Image;
import dev.jonah.inspector.compression.Compressors;
import dev.jonah.inspector.tar.RawTar;
import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.OciLayout;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each limit stops what it is for, and the message names it. */
class LimitsTest {
    private static Image open(byte[] archive, Limits.Name name, long value) throws IOException {
        return new Inspector()
                .open(Images.request(archive)
                        .limits(Limits.builder().set(name, value).build())
                        .build());
    }

    private static void assertExceeded(byte[] archive, Limits.Name name, long value) {
        assertThatThrownBy(() -> open(archive, name, value))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining(name.id() + " = " + value)
                .hasMessageContaining("--limit " + name.id());
    }

    @Test
    void entriesOfAllLayersTogether() throws IOException {
        byte[] archive = FakeImage.builder()
                .layer(l -> l.file("/a", "1").file("/b", "1"))
                .layer(l -> l.file("/c", "1").file("/d", "1").file("/e", "1"))
                .build()
                .dockerArchive();
        assertExceeded(archive, Limits.Name.ENTRIES, 4);
        assertThat(open(archive, Limits.Name.ENTRIES, 5).tree().fileCount()).isEqualTo(5);
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void entriesOfALayerThatIsNamedAgainAndAgain() {
        Map<String, byte[]> members = new TreeMap<>();
        members.put("l.tar", RawTar.archive(RawTar.member("a").with("1")));
        members.put("manifest.json", Containers.manifest("c.json", Collections.nCopies(100_000, "l.tar")));
        assertExceeded(Containers.tar(members), Limits.Name.ENTRIES, 1000);
    }

    @Test
    void directoriesThatOnlyNamesImplyCountToo() throws IOException {
        byte[] archive = FakeImage.builder()
                .layer(l -> l.file("/a/b/c/d/x", "1"))
                .build()
                .dockerArchive();
        assertExceeded(archive, Limits.Name.ENTRIES, 3);
        assertThat(open(archive, Limits.Name.ENTRIES, 4).tree().directoryCount())
                .isEqualTo(4);
    }

    @Test
    void longNamesAndTargetsCountAsManyEntries() throws IOException {
        byte[] names = FakeImage.builder()
                .layer(l -> l.file("/" + "n".repeat(4000), "").symlink("/a", "t".repeat(4000)))
                .build()
                .dockerArchive();
        assertExceeded(names, Limits.Name.ENTRIES, 30);
        assertThat(open(names, Limits.Name.ENTRIES, 40).tree().fileCount()).isEqualTo(2);
    }

    @Test
    void attributesCountAsEntriesToo() {
        byte[] attributes = RawTar.archive(
                RawTar.pax('x', "SCHILY.xattr.user.x", "v".repeat(10_000)),
                RawTar.member("etc/a").with("1"));
        assertExceeded(attributes, Limits.Name.ENTRIES, 30);
    }

    @Test
    void mapsOfSparseFilesCountAsEntriesToo() {
        String map =
                "1,1," + IntStream.range(2, 2000).mapToObj(i -> 2 * i + ",1").collect(Collectors.joining(","));
        byte[] sparse = RawTar.archive(
                RawTar.pax('x', "GNU.sparse.size", "10000", "GNU.sparse.map", map),
                RawTar.member("etc/a").with("x".repeat(1999)));
        assertExceeded(sparse, Limits.Name.ENTRIES, 100);
    }

    @Test
    void globalHeadersTogether() throws IOException {
        byte[] archive = RawTar.archive(
                RawTar.member("etc/first").with("1"),
                RawTar.pax('g', "a", "v".repeat(600)),
                RawTar.pax('g', "b", "v".repeat(600)),
                RawTar.member("etc/a").with("1"));
        Image image = open(archive, Limits.Name.TAR_HEADER_BYTES, 1000);
        assertThat(image.complete()).isFalse();
        assertThat(Images.messages(image)).anyMatch(m -> m.contains("global headers of 1202 bytes"));
    }

    @Test
    void membersOfAnArchive() {
        byte[] member = RawTar.member("a").header();
        byte[] other = RawTar.member("b").header();
        byte[] third = RawTar.member("etc/c").header();
        assertExceeded(RawTar.archive(member, other, third), Limits.Name.ENTRIES, 2);
    }

    @Test
    void aLongPathIsLeftOutAndReported() throws IOException {
        String path = "/" + "x".repeat(200);
        byte[] archive = FakeImage.builder()
                .layer(l -> l.file(path, "1").file("/a", "2"))
                .build()
                .dockerArchive();
        Image image = open(archive, Limits.Name.PATH_LENGTH, 199);
        assertThat(Images.listing(image.tree())).isEqualTo(Map.of("/a", "f:2"));
        assertThat(Images.messages(image).get(0)).contains("200 bytes", "path-length = 199");
        assertThat(image.complete()).isFalse();
        assertThat(open(archive, Limits.Name.PATH_LENGTH, 200).complete()).isTrue();
    }

    @Test
    void bytesOfADecompressedLayerAlsoOfOneHugeFile() {
        byte[] archive = FakeImage.builder()
                .layer(l -> l.file("/zeros", new byte[50 << 20]).gzip())
                .build()
                .dockerArchive();
        assertExceeded(archive, Limits.Name.LAYER_BYTES, 1 << 20);
    }

    @Test
    void bytesOfADecompressedArchive() {
        byte[] archive =
                Compressors.GZIP.apply(RawTar.archive(RawTar.member("etc/zeros").with(new byte[50 << 20])));
        assertExceeded(archive, Limits.Name.LAYER_BYTES, 1 << 20);
    }

    @Test
    void aLayerThatIsNotCompressedIsNoMatter() throws IOException {
        byte[] archive = FakeImage.builder()
                .layer(l -> l.file("/zeros", new byte[2 << 20]))
                .build()
                .dockerArchive();
        assertThat(open(archive, Limits.Name.LAYER_BYTES, 1 << 20).complete()).isTrue();
    }

    @Test
    void extendedHeadersOfOneMember() throws IOException {
        byte[] archive = FakeImage.builder()
                .layer(l -> l.file("/a", "1").file("/" + "x".repeat(2000), "2"))
                .build()
                .dockerArchive();
        Image image = open(archive, Limits.Name.TAR_HEADER_BYTES, 1000);
        assertThat(Images.listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
        assertThat(Images.messages(image).get(0)).contains("tar-header-bytes = 1000");
        assertThat(image.complete()).isFalse();
    }

    @Test
    void bytesOfAManifest() {
        byte[] docker = FakeImage.builder().name("a:1").layer(l -> l).build().dockerArchive();
        assertExceeded(docker, Limits.Name.MANIFEST_BYTES, 10);
        byte[] oci = FakeImage.builder().name("a:1").layer(l -> l).build().ociArchive();
        assertExceeded(oci, Limits.Name.MANIFEST_BYTES, 10);
    }

    @Test
    void nestedIndexes() throws IOException {
        byte[] archive = OciLayout.multiPlatform(
                        "a:1", FakeImage.builder().layer(l -> l).build())
                .tar();
        assertExceeded(archive, Limits.Name.INDEX_DEPTH, 0);
        assertThat(open(archive, Limits.Name.INDEX_DEPTH, 1).complete()).isTrue();
    }

    @Test
    void diagnosticsOfOneCode() throws IOException {
        byte[] archive = FakeImage.builder()
                .layer(l -> {
                    for (int i = 0; i < 50; i++) {
                        l.hardlink("/l" + i, "/gone");
                    }
                    return l;
                })
                .build()
                .dockerArchive();
        Image image = open(archive, Limits.Name.DIAGNOSTICS, 5);
        assertThat(image.diagnostics()).hasSize(6);
        assertThat(Images.messages(image)).last().asString().contains("45 more");
    }
}

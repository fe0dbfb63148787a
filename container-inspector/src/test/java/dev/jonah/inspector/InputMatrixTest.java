package dev.jonah.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.Image;
import dev.jonah.image.Layer;
import dev.jonah.inspector.compression.Compressors;
import dev.jonah.inspector.tar.RawTar;
import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.LayerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One image in every container and compression gives one tree. */
class InputMatrixTest {
    private static final Map<String, String> TREE = Map.of(
            "/etc",
            "d",
            "/etc/os-release",
            "f:ID=demo\n",
            "/usr",
            "d",
            "/usr/bin",
            "d",
            "/usr/bin/tool",
            "f:tool",
            "/usr/bin/alias",
            "h:tool",
            "/bin",
            "l:usr/bin");

    @TempDir
    Path directory;

    private static FakeImage image(UnaryOperator<LayerBuilder> compression) {
        return FakeImage.builder()
                .name("demo:1")
                .layer(l -> compression.apply(l.directory("/etc")
                        .file("/etc/os-release", "ID=demo\n")
                        .file("/usr/bin/tool", "tool")
                        .file("/usr/old", "x")
                        .symlink("/bin", "usr/bin")))
                .layer(l -> compression.apply(l.whiteout("/usr/old").hardlink("/usr/bin/alias", "/usr/bin/tool")))
                .build();
    }

    private static FakeImage image(Compressors form) {
        return image(l -> l.compress(form, form.mediaType()));
    }

    static Stream<Arguments> matrix() {
        return Stream.of(Containers.values())
                .flatMap(c -> Stream.of(Compressors.values()).map(form -> Arguments.of(c, form)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void everyContainerOfEveryCompressionGivesTheSameTree(Containers container, Compressors form) throws IOException {
        FakeImage made = image(form);
        Path path = container.write(made, directory);
        Set<Path> before = files();
        try (Image image = new Inspector().open(path)) {
            assertThat(Images.listing(image.tree())).isEqualTo(TREE);
            assertThat(image.complete()).as("complete: %s", image.diagnostics()).isTrue();
            assertThat(image.diagnostics()).isEmpty();
            assertThat(image.layers()).hasSize(2).allMatch(Layer::complete);
            assertThat(image.layers().get(0).diffId()).hasToString(made.diffId(0));
            assertThat(image.layers().get(0).uncompressedSize()).isEqualTo(made.layerTar(0).length);
            assertThat(image.platform()).hasToString("linux/amd64");
        }
        assertThat(files()).isEqualTo(before);
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return Set.copyOf(all.toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableOfContentsAfterTheEndIsNoEntry(Containers container) throws IOException {
        UnaryOperator<byte[]> estargz = tar -> Compressors.inParts(
                Compressors.GZIP,
                RawTar.join(
                        tar, RawTar.archive(RawTar.member("stargz.index.json").with("{}"))));
        FakeImage made = FakeImage.builder()
                .name("demo:1")
                .layer(l -> l.file("/a", "1")
                        .compress(estargz, "application/vnd.oci.image.layer.v1.tar+gzip")
                        .claimedDiffId("sha256:"
                                + Containers.hex(RawTar.join(
                                        FakeImage.builder()
                                                .layer(x -> x.file("/a", "1"))
                                                .build()
                                                .layerTar(0),
                                        RawTar.archive(RawTar.member("stargz.index.json")
                                                .with("{}"))))))
                .build();
        try (Image image = new Inspector().open(container.write(made, directory))) {
            assertThat(Images.listing(image.tree())).isEqualTo(Map.of("/a", "f:1"));
            assertThat(image.complete()).as("complete: %s", image.diagnostics()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWholeArchiveMayBeCompressed(Compressors form) throws IOException {
        byte[] archive = image(Compressors.GZIP).dockerArchive();
        for (byte[] bytes : new byte[][] {archive, image(Compressors.PLAIN).ociArchive()}) {
            Image image = Images.open(form.apply(form.apply(bytes)));
            assertThat(Images.listing(image.tree())).isEqualTo(TREE);
            assertThat(image.diagnostics()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRootFileSystemMayBeCompressed(Compressors form) throws IOException {
        byte[] tar = FakeImage.builder()
                .layer(l -> l.file("/etc/os-release", "ID=demo\n"))
                .build()
                .rootfsTar();
        Image image = Images.open(form.apply(tar));
        assertThat(image.format()).isEqualTo("rootfs-tar");
        assertThat(Images.listing(image.tree())).isEqualTo(Map.of("/etc", "d", "/etc/os-release", "f:ID=demo\n"));
    }

    @Test
    void aLayerNamedTwiceIsReadOnceAndCountsTwice() throws IOException {
        FakeImage made = FakeImage.builder()
                .layer(l -> l.file("/a", "1"))
                .layer(l -> l.whiteout("/a").file("/b", "2"))
                .layer(l -> l.file("/a", "1"))
                .build();
        Image image = Images.open(made.dockerArchive());
        assertThat(image.layers()).hasSize(3);
        assertThat(Images.listing(image.tree())).isEqualTo(Map.of("/a", "f:1", "/b", "f:2"));
        assertThat(Images.entry(image, "/a").layer()).isEqualTo(2);
    }

    @Test
    void theOrderOfTheMembersDoesNotMatter() throws IOException {
        Map<String, byte[]> sorted = Containers.dockerMembers(image(Compressors.PLAIN));
        Map<String, byte[]> reversed = new java.util.TreeMap<>(java.util.Comparator.reverseOrder());
        reversed.putAll(sorted);
        assertThat(Images.listing(Images.open(Containers.tar(sorted)).tree())).isEqualTo(TREE);
        assertThat(Images.listing(Images.open(Containers.tar(reversed)).tree())).isEqualTo(TREE);
    }
}

package dev.jonah.inspector.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageReader;
import dev.jonah.image.ImageSource;
import dev.jonah.inspector.source.ArchiveSource;
import dev.jonah.inspector.tar.RawTar;
import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.ImageReaderContract;
import dev.jonah.testkit.MemoryBlob;
import dev.jonah.testkit.OciLayout;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The contract of image readers for each of ours. */
class ImageReadersTest {
    private static final FakeImage IMAGE = FakeImage.builder()
            .name("demo:1")
            .layer(l -> l.file("/etc/a", "1"))
            .layer(l -> l.file("/b", "2").gzip())
            .build();

    private abstract static class Contract extends ImageReaderContract {
        @Override
        protected ImageSource source(byte[] bytes) {
            return new ArchiveSource("image.tar", MemoryBlob.of(bytes), Limits.defaults(), diagnostic -> {});
        }

        @Override
        protected void assertDescription(ImageDescription found) {
            assertThat(found.names()).containsExactly("demo:1");
            assertThat(found.layers()).hasSize(2);
            assertThat(found.configDigest()).isEqualTo(IMAGE.configDigest());
            assertThat(found.layers().get(1).diffId()).isEqualTo(IMAGE.diffId(1));
            assertThat(found.layers().get(1).createdBy()).isEqualTo("layer 1");
        }
    }

    @Nested
    class Docker extends Contract {
        @Override
        protected ImageReader plugin() {
            return new DockerArchiveReader();
        }

        @Override
        protected byte[] fixture() {
            return IMAGE.dockerArchive();
        }
    }

    @Nested
    class Hybrid extends Docker {
        @Override
        protected byte[] fixture() {
            return IMAGE.hybridArchive();
        }
    }

    @Nested
    class Oci extends Contract {
        @Override
        protected ImageReader plugin() {
            return new OciLayoutReader();
        }

        @Override
        protected byte[] fixture() {
            return IMAGE.ociArchive();
        }
    }

    @Nested
    class Legacy extends Contract {
        @Override
        protected ImageReader plugin() {
            return new LegacyDockerReader();
        }

        @Override
        protected byte[] fixture() {
            return RawTar.archive(
                    RawTar.member("low/json").with("{\"id\":\"low\"}"),
                    RawTar.member("low/layer.tar").with(IMAGE.storedLayer(0)),
                    RawTar.member("top/json").with("{\"id\":\"top\",\"parent\":\"low\"}"),
                    RawTar.member("top/layer.tar").with(IMAGE.storedLayer(1)),
                    RawTar.member("repositories").with("{\"demo\":{\"1\":\"top\"}}"));
        }

        @Override
        protected void assertDescription(ImageDescription found) {
            assertThat(found.names()).containsExactly("demo:1");
            assertThat(found.layers())
                    .extracting(ImageDescription.StoredLayer::name)
                    .containsExactly("low/layer.tar", "top/layer.tar");
        }
    }

    @Nested
    class Skopeo extends Contract {
        @Override
        protected ImageReader plugin() {
            return new SkopeoDirectoryReader();
        }

        @Override
        protected byte[] fixture() {
            ByteArrayOutputStream tar = new ByteArrayOutputStream();
            for (Map.Entry<String, byte[]> member :
                    OciLayout.of(IMAGE).members().entrySet()) {
                String name = member.getKey().substring(member.getKey().lastIndexOf('/') + 1);
                String stored = name.equals(IMAGE.manifestDigest().hex()) ? "manifest.json" : name;
                if (member.getKey().startsWith("blobs/")) {
                    tar.writeBytes(RawTar.member(stored).with(member.getValue()));
                }
            }
            return RawTar.archive(tar.toByteArray());
        }

        @Override
        protected void assertDescription(ImageDescription found) {
            assertThat(found.digest()).isEqualTo(IMAGE.manifestDigest());
            assertThat(found.layers()).hasSize(2).allMatch(layer -> layer.blob() != null);
        }
    }

    @Nested
    class Rootfs extends Contract {
        @Override
        protected ImageReader plugin() {
            return new RootfsReader();
        }

        @Override
        protected byte[] fixture() {
            return IMAGE.layerTar(0);
        }

        @Override
        protected void assertDescription(ImageDescription found) {
            assertThat(found.layers()).hasSize(1);
            assertThat(found.configDigest()).isNull();
        }
    }
}

package dev.jonah.testkit;

import dev.jonah.image.ImageConfig;
import dev.jonah.image.Platform;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A container image in memory, as real archive bytes: the same calls give the same bytes.
 *
 * <pre>{@code
 * byte[] archive = FakeImage.builder()
 *         .layer(l -> l.file("/etc/os-release", "ID=alpine\n").directory("/d").file("/d/x", "1"))
 *         .layer(l -> l.whiteout("/d/x").gzip())
 *         .name("demo:1")
 *         .build()
 *         .dockerArchive();
 * }</pre>
 *
 * {@link DockerArchive} and {@link OciLayout} put several images into one archive. Immutable.
 */
public final class FakeImage {
    private final List<String> names;
    private final Platform platform;
    private final List<FakeLayer> layers;
    private final byte[] config;

    private FakeImage(Builder builder) {
        names = List.copyOf(builder.names);
        platform = builder.platform;
        List<FakeLayer> built = new ArrayList<>();
        for (LayerBuilder layer : builder.layers) {
            built.add(layer.build(built.size()));
        }
        layers = List.copyOf(built);
        config = FakeConfig.json(platform, builder.config, layers, builder.emptyHistory);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Names and tags, in the order given. */
    public List<String> names() {
        return names;
    }

    /** What it runs on. */
    public Platform platform() {
        return platform;
    }

    /** How many layers there are. */
    public int layerCount() {
        return layers.size();
    }

    /** The bytes of a layer as stored, perhaps compressed. */
    public byte[] storedLayer(int index) {
        return layers.get(index).stored().clone();
    }

    /** The uncompressed tar archive of a layer. */
    public byte[] layerTar(int index) {
        return layers.get(index).tar().clone();
    }

    /** What the configuration says the diff id of a layer is. */
    public String diffId(int index) {
        return layers.get(index).diffId();
    }

    /** The bytes of the configuration. */
    public byte[] config() {
        return config.clone();
    }

    /** The digest of the configuration. */
    public Digest configDigest() {
        return FakeLayer.sha256(config);
    }

    /** The digest of the manifest that the OCI forms have. */
    public Digest manifestDigest() {
        return FakeLayer.sha256(OciLayout.manifest(this));
    }

    /** As {@code docker save} of Docker 24 and before writes it. */
    public byte[] dockerArchive() {
        return DockerArchive.of(this).tar();
    }

    /** A tar archive of an OCI image layout. */
    public byte[] ociArchive() {
        return OciLayout.of(this).tar();
    }

    /** As {@code docker save} from Docker 25 on writes it: an OCI image layout with a {@code manifest.json}. */
    public byte[] hybridArchive() {
        return OciLayout.of(this).withDockerManifest().tar();
    }

    /** Writes an OCI image layout into an existing directory. */
    public void ociLayout(Path directory) throws IOException {
        OciLayout.of(this).writeTo(directory);
    }

    /**
     * The only layer's tar archive, as {@code docker export} writes one.
     *
     * @throws IllegalStateException if there is more than one layer: nothing here unites layers
     */
    public byte[] rootfsTar() {
        if (layers.size() != 1) {
            throw new IllegalStateException("a root file system is one layer, not " + layers.size());
        }
        return layerTar(0);
    }

    List<FakeLayer> layers() {
        return layers;
    }

    /** Collects layers and configuration; not safe for several threads. */
    public static final class Builder {
        private final List<LayerBuilder> layers = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<String> emptyHistory = new ArrayList<>();
        private Platform platform = new Platform("linux", "amd64", null);
        private ImageConfig config =
                new ImageConfig(null, null, null, null, List.of(), Map.of(), List.of(), FakeConfig.TIME);

        private Builder() {}

        /** A layer above those given before, with the entries that {@code describe} adds. */
        public Builder layer(UnaryOperator<LayerBuilder> describe) {
            layers.add(describe.apply(new LayerBuilder()));
            return this;
        }

        /** A name with tag, {@code demo:1}; any number of them. */
        public Builder name(String name) {
            names.add(name);
            return this;
        }

        /** What it runs on, {@code linux/arm64/v8}; {@code linux/amd64} unless set. */
        public Builder platform(String text) {
            platform = Platform.parse(text);
            return this;
        }

        /** How it is run; nothing is said unless set. */
        public Builder config(ImageConfig value) {
            config = value;
            return this;
        }

        /** A history line after those of the layers that has no layer. */
        public Builder emptyHistory(String createdBy) {
            emptyHistory.add(createdBy);
            return this;
        }

        /** The image as described so far. */
        public FakeImage build() {
            return new FakeImage(this);
        }
    }
}

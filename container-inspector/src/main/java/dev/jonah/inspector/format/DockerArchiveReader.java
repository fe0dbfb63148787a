package dev.jonah.inspector.format;

import dev.jonah.image.Blob;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageDescription.StoredLayer;
import dev.jonah.image.ImageReader;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.ImageSource;
import dev.jonah.image.UnreadableImageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code docker save} and its relatives write: {@code manifest.json}, a list of images, each with its
 * configuration and layers. Of an archive that is an OCI layout as well it is used if nothing that it names is missing.
 */
public final class DockerArchiveReader implements ImageReader {
    private static final String MANIFEST = "manifest.json";

    @Override
    public String id() {
        return "jonah.image.docker-archive";
    }

    @Override
    public List<String> formats() {
        return List.of("docker-archive");
    }

    @Override
    public int precedence() {
        return 100;
    }

    @Override
    public boolean recognises(ImageSource source) throws IOException {
        Blob manifest = source.member(MANIFEST);
        if (manifest == null) {
            return false;
        }
        boolean alone = !source.has("index.json");
        if (manifest.size() > 16 << 20) {
            return alone;
        }
        try {
            Json json = Json.read(MANIFEST, new dev.jonah.inspector.bytes.BlobStream(manifest).readAllBytes());
            return alone ? !OciManifest.isManifest(json) && !OciManifest.isIndex(json) : isComplete(json, source);
        } catch (UnreadableImageException e) {
            return alone;
        }
    }

    private static boolean isComplete(Json json, ImageSource source) throws IOException {
        for (Json image : json.list()) {
            String config = image.get("Config").text();
            List<String> layers = image.get("Layers").texts();
            if (config == null || layers == null || !source.has(config)) {
                return false;
            }
            for (String layer : layers) {
                if (!source.has(layer)) {
                    return false;
                }
            }
        }
        return json.isList() && !json.list().isEmpty();
    }

    @Override
    public ImageDescription describe(ImageSource source, ImageSelection selection) throws IOException {
        Blob blob = source.member(MANIFEST);
        if (blob == null) {
            throw new UnreadableImageException(source.name() + " is no docker-archive: it has no " + MANIFEST);
        }
        Json json = Json.read(MANIFEST, Json.bytes(MANIFEST, blob, selection.limits()));
        if (!json.isList()) {
            throw new UnreadableImageException(MANIFEST + ": not a list of images");
        }
        List<DockerImage> images = new ArrayList<>();
        for (Json image : json.list()) {
            images.add(DockerImage.read(image));
        }
        DockerImage image = DockerImage.choose(images, selection);
        Blob configBlob = source.member(image.config());
        ConfigDocument config =
                ConfigDocument.read(image.config(), configBlob, MemberName.statedDigest(image.config()), selection);
        config.checkLayers(image.layers().size(), selection.diagnostics());
        List<StoredLayer> layers = new ArrayList<>();
        for (String name : image.layers()) {
            layers.add(layer(source, name, config, layers.size(), image.layers().size()));
        }
        OciBeside beside = OciBeside.of(source, config.digest(), selection);
        return new ImageDescription(
                "docker-archive",
                image.tags(),
                beside.manifest(),
                config.digest(),
                config.platform(),
                config.config(),
                layers,
                beside.attachments());
    }

    private static StoredLayer layer(ImageSource source, String name, ConfigDocument config, int index, int count)
            throws IOException {
        Blob blob = source.member(name);
        String stated = name.startsWith("blobs/") || name.startsWith("./blobs/") ? MemberName.statedDigest(name) : null;
        return new StoredLayer(
                name,
                blob,
                null,
                stated,
                null,
                config.diffId(index),
                null,
                config.createdBy(index, count),
                problem(blob, name));
    }

    private static @Nullable String problem(@Nullable Blob blob, String name) {
        return blob != null ? null : "layer missing, or its link leaves the archive: " + name;
    }
}

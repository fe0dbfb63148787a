package dev.jonah.inspector.format;

import dev.jonah.image.AttachedDocument;
import dev.jonah.image.Blob;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageDescription.StoredLayer;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.Platform;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image manifest (OCI image specification, manifest.md; Docker's version 2 schema 2 is the same).
 *
 * @param digest digest of the document as stored
 * @param json the document
 */
record OciManifest(Digest digest, Json json) {
    /** What the media type of every layer that is part of a file system has in it, and no other. */
    private static final List<String> FILE_SYSTEM =
            List.of("image.layer", "image.rootfs", ".layer.", "tar", "squashfs");

    /** How blobs of a digest are found. */
    interface Blobs {
        @Nullable
        Blob get(String digest) throws IOException;
    }

    static boolean isManifest(Json json) {
        return json.isObject()
                && json.get("config").isObject()
                && json.get("layers").isList();
    }

    static boolean isIndex(Json json) {
        return json.isObject() && json.get("manifests").isList();
    }

    boolean isIndex() {
        return json.get("manifests").isList();
    }

    /**
     * What kind of artifact this is, or null if it is an image. What can be run is one, whatever it calls itself; and what
     * has the configuration of an image and something else for layers, as signatures of cosign have, is none.
     */
    @Nullable
    String artifactType() {
        String config = json.get("config").get("mediaType").nonEmptyText();
        String foreignLayer = foreignLayer();
        boolean image = config == null
                || config.equals("application/vnd.oci.image.config.v1+json")
                || config.startsWith("application/vnd.docker.container.image.v1");
        if (image && foreignLayer == null) {
            return null;
        }
        String stated = json.get("artifactType").nonEmptyText();
        return stated != null ? stated : image ? foreignLayer : config;
    }

    /** The type of the first layer if none of them can be part of a file system; else null. */
    private @Nullable String foreignLayer() {
        String first = null;
        for (Json layer : json.get("layers").list()) {
            String type = layer.get("mediaType").nonEmptyText();
            if (type == null || FILE_SYSTEM.stream().anyMatch(type::contains)) {
                return null;
            }
            first = first == null ? type : first;
        }
        return first;
    }

    /** The platform that its configuration names. */
    Platform platform(Blobs blobs, ImageSelection selection) throws IOException {
        String digest = json.get("config").get("digest").text();
        Blob blob = digest == null || !OciDigest.isValid(digest) ? null : blobs.get(digest);
        return blob == null
                ? Platform.UNKNOWN
                : ConfigDocument.read("configuration", blob, null, selection).platform();
    }

    ImageDescription describe(
            String format,
            List<String> names,
            @Nullable Platform stated,
            List<AttachedDocument> attachments,
            Blobs blobs,
            ImageSelection selection)
            throws IOException {
        OciDescriptor configDescriptor = OciDescriptor.read(json.get("config"));
        Blob configBlob = blobs.get(configDescriptor.digest());
        configDescriptor.checkSize("configuration", configBlob, selection.diagnostics());
        ConfigDocument config =
                ConfigDocument.read(configDescriptor.digest(), configBlob, configDescriptor.digest(), selection);
        List<Json> descriptors = json.get("layers").requiredList();
        config.checkLayers(descriptors.size(), selection.diagnostics());
        List<StoredLayer> layers = new ArrayList<>();
        for (Json descriptor : descriptors) {
            layers.add(layer(OciDescriptor.read(descriptor), layers.size(), descriptors.size(), config, blobs));
        }
        Platform platform = config.platform().equals(Platform.UNKNOWN) && stated != null ? stated : config.platform();
        return new ImageDescription(
                format, names, digest, config.digest(), platform, config.config(), layers, attachments);
    }

    private static StoredLayer layer(OciDescriptor descriptor, int index, int count, ConfigDocument config, Blobs blobs)
            throws IOException {
        Blob blob = blobs.get(descriptor.digest());
        String problem = null;
        if (blob == null) {
            problem = (descriptor.foreign() ? "foreign layer, not in the archive: " : "blob missing: ")
                    + descriptor.digest();
        } else if (descriptor.mediaType() != null && descriptor.mediaType().endsWith("+encrypted")) {
            problem = "encrypted layer, cannot be read: " + descriptor.digest();
            blob = null;
        }
        return new StoredLayer(
                descriptor.digest(),
                blob,
                null,
                descriptor.digest(),
                descriptor.size(),
                config.diffId(index),
                descriptor.mediaType(),
                config.createdBy(index, count),
                problem);
    }

    static OciManifest read(String what, Blob blob, @Nullable String claimed, ImageSelection selection)
            throws IOException {
        byte[] bytes = Json.bytes(what, blob, selection.limits());
        if (claimed != null) {
            OciDigest.check(what, claimed, bytes, selection.diagnostics());
        }
        Json json = Json.read(what, bytes);
        if (!json.isObject()) {
            throw new UnreadableImageException(what + ": not an object");
        }
        return new OciManifest(Digest.compute(Digest.Algorithm.SHA256, bytes), json);
    }
}

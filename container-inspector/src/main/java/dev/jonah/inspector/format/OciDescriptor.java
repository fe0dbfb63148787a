package dev.jonah.inspector.format;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.image.Blob;
import dev.jonah.image.Platform;
import dev.jonah.image.UnreadableImageException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A descriptor (OCI image specification, descriptor.md).
 *
 * @param digest as written, of valid grammar
 * @param mediaType or null
 * @param size or null
 * @param platform or null if it names none
 * @param names names and tags in its annotations
 * @param attestation whether it is an attestation that Docker keeps beside an image
 * @param subject what an attestation speaks of, or null
 * @param artifactType or null
 * @param foreign whether it has URLs to be fetched from elsewhere
 */
record OciDescriptor(
        String digest,
        @Nullable String mediaType,
        @Nullable Long size,
        @Nullable Platform platform,
        List<String> names,
        boolean attestation,
        @Nullable String subject,
        @Nullable String artifactType,
        boolean foreign) {
    private static final String[] NAMES = {"io.containerd.image.name", "org.opencontainers.image.ref.name"};

    static OciDescriptor read(Json json) throws UnreadableImageException {
        String digest = json.get("digest").requiredText();
        if (!OciDigest.isValid(digest)) {
            throw new UnreadableImageException("malformed digest: " + digest);
        }
        Json annotations = json.get("annotations");
        List<String> names = new ArrayList<>();
        for (String key : NAMES) {
            String name = annotations.get(key).nonEmptyText();
            // The short form (a tag) adds nothing to the full one.
            if (name != null && names.stream().noneMatch(known -> known.endsWith(":" + name) || known.equals(name))) {
                names.add(name);
            }
        }
        Platform platform = json.get("platform").isObject()
                ? new Platform(
                        json.get("platform").get("os").nonEmptyText(),
                        json.get("platform").get("architecture").nonEmptyText(),
                        json.get("platform").get("variant").nonEmptyText())
                : null;
        String reference = annotations.get("vnd.docker.reference.type").text();
        boolean nowhere =
                platform != null && "unknown".equals(platform.os()) && "unknown".equals(platform.architecture());
        return new OciDescriptor(
                digest,
                json.get("mediaType").nonEmptyText(),
                json.get("size").number(),
                platform,
                names,
                reference != null || nowhere,
                annotations.get("vnd.docker.reference.digest").nonEmptyText(),
                json.get("artifactType").nonEmptyText(),
                json.get("urls").isList() && !json.get("urls").list().isEmpty());
    }

    /** Reports a blob of another size than this says. */
    void checkSize(String what, @Nullable Blob blob, Diagnostics diagnostics) {
        if (blob != null && size != null && size != blob.size()) {
            diagnostics.error(
                    "image.size-mismatch",
                    null,
                    "size mismatch: the " + what + " has " + blob.size() + " bytes, not " + size);
        }
    }

    boolean isIndex() {
        return mediaType != null
                && (mediaType.endsWith(".image.index.v1+json") || mediaType.endsWith(".manifest.list.v2+json"));
    }

    /** Whether this can be an image's manifest: it is called one, or nothing at all. */
    boolean mayBeManifest() {
        return mediaType == null
                || mediaType.endsWith(".image.manifest.v1+json")
                || mediaType.endsWith(".distribution.manifest.v2+json");
    }
}

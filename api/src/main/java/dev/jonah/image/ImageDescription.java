package dev.jonah.image;

import dev.jonah.value.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link ImageReader} found out about an image.
 *
 * @param format see {@link Image#format()}
 * @param names names and tags
 * @param digest digest of the manifest's bytes, or null
 * @param configDigest digest of the configuration's bytes, or null
 * @param platform what it runs on
 * @param config how it is run
 * @param layers bottom to top
 * @param attachments what lies beside it
 */
public record ImageDescription(
        String format,
        List<String> names,
        @Nullable Digest digest,
        @Nullable Digest configDigest,
        Platform platform,
        ImageConfig config,
        List<StoredLayer> layers,
        List<AttachedDocument> attachments) {
    /** Copies the lists; names are sorted. */
    public ImageDescription {
        names = names.stream().sorted().distinct().toList();
        layers = List.copyOf(layers);
        attachments = List.copyOf(attachments);
    }

    /**
     * Where one layer lies and what the image claims of it.
     *
     * @param name what to call it in messages: a digest or the name in the archive
     * @param blob its bytes as stored; null if they are not there
     * @param directory the root of a layer that is a directory of the host; else null
     * @param digest claimed digest of the stored bytes, or null
     * @param size claimed size of the stored bytes, or null
     * @param diffId claimed digest of the uncompressed bytes, or null
     * @param mediaType as the image says, or null
     * @param createdBy history line, or null
     * @param problem why there are no bytes, as a sentence; null if there are
     */
    public record StoredLayer(
            String name,
            @Nullable Blob blob,
            java.nio.file.@Nullable Path directory,
            @Nullable String digest,
            @Nullable Long size,
            @Nullable String diffId,
            @Nullable String mediaType,
            @Nullable String createdBy,
            @Nullable String problem) {}
}

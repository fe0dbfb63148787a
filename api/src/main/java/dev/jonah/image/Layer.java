package dev.jonah.image;

import dev.jonah.value.Digest;
import org.jspecify.annotations.Nullable;

/**
 * One layer of an image.
 *
 * @param index from 0 at the bottom
 * @param diffId digest of the uncompressed bytes: the computed one where the layer could be read to its end, else what
 *     the image claims; null if neither is known
 * @param digest digest of the bytes as stored; null if the layer's bytes are not there
 * @param mediaType as the image says, or null
 * @param size bytes as stored; null if they are not there
 * @param uncompressedSize bytes after decompression; null if the layer could not be read to its end
 * @param createdBy the history line, or null where history and layers do not agree in number
 * @param entries entries in the layer, whiteouts and repeated ones too
 * @param added paths that were not there below
 * @param modified paths that were there below and that this layer has again
 * @param deleted paths that were there below and are gone after
 * @param wastedBytes bytes of files of this layer that a later layer deletes or replaces
 * @param complete whether the whole layer was read and is what its digests say
 */
public record Layer(
        int index,
        @Nullable Digest diffId,
        @Nullable Digest digest,
        @Nullable String mediaType,
        @Nullable Long size,
        @Nullable Long uncompressedSize,
        @Nullable String createdBy,
        int entries,
        int added,
        int modified,
        int deleted,
        long wastedBytes,
        boolean complete) {}

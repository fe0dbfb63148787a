package dev.jonah.image;

import org.jspecify.annotations.Nullable;

/**
 * Something that an archive holds beside images: an attestation, a signature, an SBOM. It is listed, never read as an
 * image, and what it says is somebody's claim.
 *
 * @param digest of its manifest, as the index writes it
 * @param mediaType of its manifest
 * @param kind {@code attestation}, {@code artifact} or {@code unknown}
 * @param artifactType as its manifest says, or null
 * @param subject digest of the image that it speaks of, or null
 */
public record AttachedDocument(
        String digest,
        @Nullable String mediaType,
        String kind,
        @Nullable String artifactType,
        @Nullable String subject) {}

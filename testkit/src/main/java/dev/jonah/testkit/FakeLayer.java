package dev.jonah.testkit;

import dev.jonah.value.Digest;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a {@link FakeImage} as bytes.
 *
 * @param tar the uncompressed archive
 * @param stored as the image holds it
 * @param mediaType of the stored bytes, in the names of OCI
 * @param diffId what the configuration says
 * @param createdBy the history line
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FakeLayer(byte[] tar, byte[] stored, String mediaType, String diffId, String createdBy) {
    static final String PLAIN = "application/vnd.oci.image.layer.v1.tar";

    static FakeLayer of(
            byte[] tar,
            UnaryOperator<byte[]> compression,
            String mediaType,
            @Nullable String claimedDiffId,
            String createdBy) {
        String diffId = claimedDiffId == null ? sha256(tar).toString() : claimedDiffId;
        return new FakeLayer(tar, compression.apply(tar), mediaType, diffId, createdBy);
    }

    static Digest sha256(byte[] bytes) {
        return Digest.compute(Digest.Algorithm.SHA256, bytes);
    }
}

package dev.jonah.inspector;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.image.Blob;
import dev.jonah.image.ImageDescription.StoredLayer;
import dev.jonah.image.LayerReader;
import dev.jonah.inspector.bytes.BlobStream;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Holds a layer that was read against what the image claims of it: size, digest, diff id. */
final class LayerCheck {
    private LayerCheck() {}

    static void check(StoredLayer stored, LayerReader.Summary summary, int index, Diagnostics diagnostics)
            throws IOException {
        Blob blob = stored.blob();
        if (blob == null) {
            return;
        }
        if (stored.size() != null && stored.size() != blob.size()) {
            diagnostics.error(
                    "layer.size-mismatch",
                    null,
                    "size mismatch: layer " + index + " has " + blob.size() + " bytes, not " + stored.size());
        }
        checkDigest("layer " + index, stored.digest(), storedDigest(stored, blob, summary), diagnostics);
        checkDigest("the uncompressed layer " + index, stored.diffId(), summary.diffId(), diagnostics);
    }

    private static void checkDigest(
            String what, @Nullable String claimed, @Nullable Digest actual, Diagnostics diagnostics) {
        if (claimed == null) {
            return;
        }
        if (Digest.parse(claimed) == null) {
            diagnostics.warning(
                    "layer.digest-unchecked", null, "the digest of " + what + " cannot be checked: " + claimed);
        } else if (actual != null && !actual.toString().equals(claimed)) {
            diagnostics.error(
                    "layer.digest-mismatch", null, "digest mismatch: " + what + " is " + actual + ", not " + claimed);
        }
    }

    /** The digest of the stored bytes with the algorithm that is claimed. */
    private static @Nullable Digest storedDigest(StoredLayer stored, Blob blob, LayerReader.Summary summary)
            throws IOException {
        Digest claimed = stored.digest() == null ? null : Digest.parse(stored.digest());
        Digest computed = summary.stored();
        if (claimed == null || computed != null && computed.algorithm() == claimed.algorithm()) {
            return computed;
        }
        MessageDigest digest = claimed.algorithm().newMessageDigest();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = new BlobStream(blob)) {
            int n;
            while ((n = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, n);
            }
        }
        return Digest.of(claimed.algorithm(), digest.digest());
    }
}

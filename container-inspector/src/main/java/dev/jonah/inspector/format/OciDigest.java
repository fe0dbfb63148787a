package dev.jonah.inspector.format;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.value.Digest;
import java.util.regex.Pattern;

/** Digests as descriptors write them (OCI image specification, descriptor.md, "Digests"). */
final class OciDigest {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+");

    private OciDigest() {}

    static boolean isValid(String text) {
        return GRAMMAR.matcher(text).matches()
                && (!text.startsWith("sha256:") || Digest.parse(text) != null)
                && (!text.startsWith("sha512:") || Digest.parse(text) != null);
    }

    /** Where the blob of a digest lies in an OCI layout. */
    static String member(String digest) throws UnreadableImageException {
        if (!isValid(digest)) {
            throw new UnreadableImageException("malformed digest: " + digest);
        }
        return "blobs/" + digest.replace(':', '/');
    }

    /** Reports bytes that are not what a digest says, and digests that cannot be computed. */
    static void check(String what, String digest, byte[] bytes, Diagnostics diagnostics) {
        Digest claimed = Digest.parse(digest);
        if (claimed == null) {
            diagnostics.warning(
                    "image.digest-unchecked", null, "the digest of the " + what + " cannot be checked: " + digest);
            return;
        }
        Digest actual = Digest.compute(claimed.algorithm(), bytes);
        if (!actual.equals(claimed)) {
            diagnostics.error(
                    "image.digest-mismatch",
                    null,
                    "digest mismatch of the " + what + ": it is " + actual + ", not " + claimed);
        }
    }
}

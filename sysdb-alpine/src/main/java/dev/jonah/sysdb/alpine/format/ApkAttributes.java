package dev.jonah.sysdb.alpine.format;

import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Computes the one checksum that apk records for all extended attributes of a file: over each name and value in the order
 * of the names, each preceded by its length in bytes as a big-endian 32-bit number.
 */
public final class ApkAttributes {
    private ApkAttributes() {}

    /** The checksum of these attributes, or null if there are none. */
    public static @Nullable Digest checksum(Map<String, RawText> attributes, Digest.Algorithm algorithm) {
        if (attributes.isEmpty()) {
            return null;
        }
        Map<RawText, RawText> sorted = new TreeMap<>();
        attributes.forEach((name, value) -> sorted.put(RawText.of(name), value));
        MessageDigest digest = algorithm.newMessageDigest();
        sorted.forEach((name, value) -> {
            update(digest, name);
            update(digest, value);
        });
        return Digest.of(algorithm, digest.digest());
    }

    private static void update(MessageDigest digest, RawText text) {
        digest.update(ByteBuffer.allocate(4).putInt(text.length()).array());
        digest.update(text.bytes());
    }
}

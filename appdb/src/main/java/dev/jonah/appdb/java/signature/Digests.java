package dev.jonah.appdb.java.signature;

import dev.jonah.appdb.java.format.Manifest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The attributes of a section that are digests: {@code SHA-256-Digest: BASE64}. */
final class Digests {
    private Digests() {}

    /** Digests whose attribute ends so, by the JDK's name; what is no digest of a known kind is passed over. */
    static Map<String, byte[]> in(Manifest section, String suffix) {
        Map<String, byte[]> found = new LinkedHashMap<>();
        for (Manifest.Attribute attribute : section.attributes()) {
            int start = attribute.name().length() - suffix.length();
            String algorithm = start > 0 && attribute.name().regionMatches(true, start, suffix, 0, suffix.length())
                    ? Algorithms.ofManifest(attribute.name().substring(0, start))
                    : null;
            if (algorithm != null) {
                found.put(algorithm, decoded(attribute.value().strip()));
            }
        }
        return found;
    }

    /** What is no Base64 equals no digest. */
    private static byte[] decoded(String value) {
        try {
            return Base64.getMimeDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}

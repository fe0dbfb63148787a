package dev.jonah.sysdb.debian.format;

import dev.jonah.value.Digest;
import dev.jonah.value.Digest.Algorithm;
import org.jspecify.annotations.Nullable;

/** Checksums whose algorithm is told by their length, as where SHA-256 stands in files meant for MD5. */
final class Digests {
    private Digests() {}

    /** The whole checksum with these lower-case digits, or null if there is none of this length or form. */
    static @Nullable Digest ofHex(String hex) {
        Algorithm algorithm = switch (hex.length()) {
            case 32 -> Algorithm.MD5;
            case 40 -> Algorithm.SHA1;
            case 64 -> Algorithm.SHA256;
            case 96 -> Algorithm.SHA384;
            case 128 -> Algorithm.SHA512;
            default -> null;
        };
        if (algorithm == null) {
            return null;
        }
        try {
            return new Digest(algorithm, hex);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

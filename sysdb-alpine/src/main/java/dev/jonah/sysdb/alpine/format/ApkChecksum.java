package dev.jonah.sysdb.alpine.format;

import dev.jonah.value.Digest;
import dev.jonah.value.Digest.Algorithm;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads checksums as apk writes them in {@code C:}, {@code Z:}, ACL lines, triggers and names of scripts: {@code Q1} and
 * {@code Q2} with Base64, {@code X1} and {@code X2} with hexadecimal digits, and the bare MD5 of very old databases.
 *
 * <p>The digit does not always tell the algorithm: a {@code Q1} or {@code X1} of 32 bytes is a SHA-256, and in a package
 * with the flag {@code S} one of 20 bytes is the beginning of a SHA-256 ({@link #asTruncatedSha256}).
 */
public final class ApkChecksum {
    private ApkChecksum() {}

    /** The checksum, or null if the text is none. */
    public static @Nullable Digest parse(String text) {
        if (text.length() == 2 * Algorithm.MD5.length() && isHex(text)) {
            return hex(text, Algorithm.MD5);
        }
        if (text.length() < 2 || text.charAt(1) != '1' && text.charAt(1) != '2') {
            return null;
        }
        boolean mayBeShort = text.charAt(1) == '1';
        String value = text.substring(2);
        if (text.charAt(0) == 'Q') {
            return base64(value, mayBeShort);
        }
        Algorithm algorithm = text.charAt(0) == 'X' ? algorithm(value.length() / 2, mayBeShort) : null;
        return algorithm == null ? null : hex(value, algorithm);
    }

    /** What a 20-byte checksum means in a package with the flag {@code S}; others are returned as they are. */
    public static Digest asTruncatedSha256(Digest digest) {
        return digest.algorithm() == Algorithm.SHA1 ? new Digest(Algorithm.SHA256, digest.hex()) : digest;
    }

    private static @Nullable Digest base64(String value, boolean mayBeShort) {
        // Longer values are no checksum; decoding them would only cost memory.
        if (value.length() > 44) {
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(value);
            Algorithm algorithm = algorithm(bytes.length, mayBeShort);
            return algorithm == null ? null : Digest.of(algorithm, bytes);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Algorithm algorithm(int bytes, boolean mayBeShort) {
        if (bytes == Algorithm.SHA1.length() && mayBeShort) {
            return Algorithm.SHA1;
        }
        return bytes == Algorithm.SHA256.length() ? Algorithm.SHA256 : null;
    }

    private static @Nullable Digest hex(String value, Algorithm algorithm) {
        return value.length() == 2 * algorithm.length() && isHex(value)
                ? new Digest(algorithm, value.toLowerCase(Locale.ROOT))
                : null;
    }

    private static boolean isHex(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F');
    }
}

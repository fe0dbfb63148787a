package dev.jonah.sysdb.rpm.format;

import dev.jonah.value.Digest;
import dev.jonah.value.Digest.Algorithm;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recorded checksum of a file.
 *
 * @param algorithm number of the algorithm as OpenPGP counts them; 1 (MD5) where the header names none
 * @param text the checksum as recorded
 */
public record RpmDigest(int algorithm, String text) {
    private static final int MD5 = 1;

    static RpmDigest of(@Nullable Long algorithm, String text) {
        return new RpmDigest(algorithm == null ? MD5 : (int) Math.min(algorithm, Integer.MAX_VALUE), text);
    }

    /** The algorithm, or null if it is none that can be computed: RIPEMD-160, MD2, Tiger, HAVAL. */
    public @Nullable Algorithm knownAlgorithm() {
        return switch (algorithm) {
            case 1 -> Algorithm.MD5;
            case 2 -> Algorithm.SHA1;
            case 8 -> Algorithm.SHA256;
            case 9 -> Algorithm.SHA384;
            case 10 -> Algorithm.SHA512;
            case 11 -> Algorithm.SHA224;
            case 12 -> Algorithm.SHA3_256;
            case 14 -> Algorithm.SHA3_512;
            default -> null;
        };
    }

    /** Name of the algorithm for people. */
    public String algorithmName() {
        Algorithm known = knownAlgorithm();
        return known != null
                ? known.displayName()
                : switch (algorithm) {
                    case 3 -> "RIPEMD-160";
                    case 5 -> "MD2";
                    case 6 -> "Tiger";
                    case 7 -> "HAVAL";
                    default -> "algorithm " + algorithm;
                };
    }

    /**
     * The checksum, or null if the algorithm is not known or the text has too few digits. Databases of rpm 5 have further
     * characters after the digits; those are ignored.
     */
    public @Nullable Digest value() {
        Algorithm known = knownAlgorithm();
        if (known == null || text.length() < 2 * known.length()) {
            return null;
        }
        String hex = text.substring(0, 2 * known.length()).toLowerCase(Locale.ROOT);
        for (int i = 0; i < hex.length(); i++) {
            if (Character.digit(hex.charAt(i), 16) < 0 || hex.charAt(i) > 'f') {
                return null;
            }
        }
        return new Digest(known, hex);
    }
}

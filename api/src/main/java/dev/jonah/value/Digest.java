package dev.jonah.value;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A checksum: algorithm and value. The value may be shorter than the algorithm's output, where a format records only the
 * first bytes (apk keeps 20 bytes of a SHA-256). Immutable and safe for any thread.
 */
public final class Digest {
    private final Algorithm algorithm;
    private final byte[] value;

    /** The checksums that package formats record. */
    public enum Algorithm {
        /** 16 bytes. */
        MD5("MD5", 16),
        /** 20 bytes. */
        SHA1("SHA-1", 20),
        /** 28 bytes. */
        SHA224("SHA-224", 28),
        /** 32 bytes. */
        SHA256("SHA-256", 32),
        /** 48 bytes. */
        SHA384("SHA-384", 48),
        /** 64 bytes. */
        SHA512("SHA-512", 64),
        /** 32 bytes; of FIPS 202. */
        SHA3_256("SHA3-256", 32),
        /** 64 bytes; of FIPS 202. */
        SHA3_512("SHA3-512", 64);

        private final String javaName;
        private final int length;

        Algorithm(String javaName, int length) {
            this.javaName = javaName;
            this.length = length;
        }

        /** The name for people and for {@link MessageDigest}: {@code SHA-256}. */
        public String displayName() {
            return javaName;
        }

        /** The name in digests and options: {@code sha256}, {@code sha3-256}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Bytes of a whole value. */
        public int length() {
            return length;
        }

        /** A new, empty computation; not safe for several threads. */
        public MessageDigest newMessageDigest() {
            try {
                return MessageDigest.getInstance(javaName);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this Java lacks " + javaName + ", which every Java must have", e);
            }
        }

        /** The algorithm with this {@link #id()}, or null. */
        public static @Nullable Algorithm byId(String id) {
            for (Algorithm algorithm : values()) {
                if (algorithm.id().equals(id)) {
                    return algorithm;
                }
            }
            return null;
        }
    }

    /**
     * The digest with this value in hexadecimal, two digits a byte.
     *
     * @throws IllegalArgumentException if {@code hex} is empty, too long, or not lower-case hexadecimal
     */
    public Digest(Algorithm algorithm, String hex) {
        this(algorithm, bytes(algorithm, hex));
    }

    private Digest(Algorithm algorithm, byte[] value) {
        this.algorithm = algorithm;
        this.value = value;
    }

    private static byte[] bytes(Algorithm algorithm, String hex) {
        if (hex.isEmpty() || hex.length() % 2 != 0 || hex.length() > 2 * algorithm.length) {
            throw new IllegalArgumentException("not a " + algorithm.displayName() + " value: '" + hex + "'");
        }
        byte[] value = new byte[hex.length() / 2];
        for (int i = 0; i < value.length; i++) {
            int high = digit(hex.charAt(2 * i));
            int low = digit(hex.charAt(2 * i + 1));
            if (high < 0 || low < 0) {
                throw new IllegalArgumentException("not lower-case hexadecimal: '" + hex + "'");
            }
            value[i] = (byte) (high << 4 | low);
        }
        return value;
    }

    private static int digit(char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    /**
     * The digest with these bytes, which are copied.
     *
     * @throws IllegalArgumentException if there are none, or more than the algorithm gives
     */
    public static Digest of(Algorithm algorithm, byte[] value) {
        if (value.length == 0 || value.length > algorithm.length) {
            throw new IllegalArgumentException("not a " + algorithm.displayName() + " of " + value.length + " bytes");
        }
        return new Digest(algorithm, value.clone());
    }

    /** What computed it. */
    public Algorithm algorithm() {
        return algorithm;
    }

    /** The value in lower-case hexadecimal, two digits a byte. */
    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    /** The digest of {@code content}. */
    public static Digest compute(Algorithm algorithm, byte[] content) {
        return of(algorithm, algorithm.newMessageDigest().digest(content));
    }

    /**
     * Reads {@code sha256:…} as OCI descriptors have it.
     *
     * @return null if the text is not a whole digest of a known algorithm
     */
    public static @Nullable Digest parse(String text) {
        int colon = text.indexOf(':');
        Algorithm algorithm = colon < 0 ? null : Algorithm.byId(text.substring(0, colon));
        String hex = text.substring(colon + 1);
        if (algorithm == null || hex.length() != 2 * algorithm.length) {
            return null;
        }
        try {
            return new Digest(algorithm, hex);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether {@code whole} is what this digest, possibly shortened, was made from. */
    public boolean matches(Digest whole) {
        return algorithm == whole.algorithm
                && whole.value.length >= value.length
                && Arrays.equals(value, 0, value.length, whole.value, 0, value.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest that && that.algorithm == algorithm && Arrays.equals(that.value, value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** {@code sha256:…}. */
    @Override
    public String toString() {
        return algorithm.id() + ":" + hex();
    }
}

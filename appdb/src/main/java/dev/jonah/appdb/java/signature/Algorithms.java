package dev.jonah.appdb.java.signature;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What algorithms are called: in certificates and CMS by numbers, in manifests by names, in the JDK by others. */
final class Algorithms {
    static final String PSS = "RSASSA-PSS";

    private static final Map<String, String> DIGESTS = Map.ofEntries(
            Map.entry("1.2.840.113549.2.2", "MD2"),
            Map.entry("1.2.840.113549.2.5", "MD5"),
            Map.entry("1.3.14.3.2.26", "SHA-1"),
            Map.entry("2.16.840.1.101.3.4.2.1", "SHA-256"),
            Map.entry("2.16.840.1.101.3.4.2.2", "SHA-384"),
            Map.entry("2.16.840.1.101.3.4.2.3", "SHA-512"),
            Map.entry("2.16.840.1.101.3.4.2.4", "SHA-224"),
            Map.entry("2.16.840.1.101.3.4.2.5", "SHA-512/224"),
            Map.entry("2.16.840.1.101.3.4.2.6", "SHA-512/256"),
            Map.entry("2.16.840.1.101.3.4.2.7", "SHA3-224"),
            Map.entry("2.16.840.1.101.3.4.2.8", "SHA3-256"),
            Map.entry("2.16.840.1.101.3.4.2.9", "SHA3-384"),
            Map.entry("2.16.840.1.101.3.4.2.10", "SHA3-512"),
            Map.entry("2.16.840.1.101.3.4.2.18", "SHAKE256-512"));

    /** Those that name a key only; the digest is named elsewhere. */
    private static final Map<String, String> KEYS = Map.of(
            "1.2.840.113549.1.1.1", "RSA",
            "1.2.840.10040.4.1", "DSA",
            "1.3.14.3.2.12", "DSA",
            "1.2.840.10045.2.1", "ECDSA");

    private static final Map<String, String> SIGNATURES = Map.ofEntries(
            Map.entry("1.2.840.113549.1.1.2", "MD2withRSA"),
            Map.entry("1.2.840.113549.1.1.4", "MD5withRSA"),
            Map.entry("1.2.840.113549.1.1.5", "SHA1withRSA"),
            Map.entry("1.3.14.3.2.29", "SHA1withRSA"),
            Map.entry("1.2.840.113549.1.1.10", PSS),
            Map.entry("1.2.840.113549.1.1.11", "SHA256withRSA"),
            Map.entry("1.2.840.113549.1.1.12", "SHA384withRSA"),
            Map.entry("1.2.840.113549.1.1.13", "SHA512withRSA"),
            Map.entry("1.2.840.113549.1.1.14", "SHA224withRSA"),
            Map.entry("1.2.840.113549.1.1.15", "SHA512/224withRSA"),
            Map.entry("1.2.840.113549.1.1.16", "SHA512/256withRSA"),
            Map.entry("1.2.840.10040.4.3", "SHA1withDSA"),
            Map.entry("1.3.14.3.2.13", "SHA1withDSA"),
            Map.entry("1.3.14.3.2.27", "SHA1withDSA"),
            Map.entry("2.16.840.1.101.3.4.3.1", "SHA224withDSA"),
            Map.entry("2.16.840.1.101.3.4.3.2", "SHA256withDSA"),
            Map.entry("2.16.840.1.101.3.4.3.3", "SHA384withDSA"),
            Map.entry("2.16.840.1.101.3.4.3.4", "SHA512withDSA"),
            Map.entry("1.2.840.10045.4.1", "SHA1withECDSA"),
            Map.entry("1.2.840.10045.4.3.1", "SHA224withECDSA"),
            Map.entry("1.2.840.10045.4.3.2", "SHA256withECDSA"),
            Map.entry("1.2.840.10045.4.3.3", "SHA384withECDSA"),
            Map.entry("1.2.840.10045.4.3.4", "SHA512withECDSA"),
            Map.entry("1.3.101.112", "Ed25519"),
            Map.entry("1.3.101.113", "Ed448"));

    private static final Set<String> WEAK = Set.of("MD2", "MD5", "SHA-1", "SHA1");

    private Algorithms() {}

    /** The JDK's name of a digest's number. */
    static String digest(String object) throws DamagedSignatureException {
        String name = DIGESTS.get(object);
        if (name == null) {
            throw new DamagedSignatureException("the digest " + object + " is unknown");
        }
        return name;
    }

    /** The JDK's name of a signature's number, with a digest where the number names none. */
    static String signature(String object, String digest) throws DamagedSignatureException {
        String whole = SIGNATURES.get(object);
        String key = KEYS.get(object);
        if (whole == null && key == null) {
            throw new DamagedSignatureException("the signature " + object + " is unknown");
        }
        String written = digest.startsWith("SHA-") ? "SHA" + digest.substring(4) : digest;
        return whole != null ? whole : written + "with" + key;
    }

    /** The JDK's name of a digest as manifests write it, or null if it is unknown. */
    static @Nullable String ofManifest(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.equals("SHA") || upper.equals("SHA1")) {
            return "SHA-1";
        }
        String dashed = upper.matches("SHA[2-5]\\d\\d(/\\d+)?") ? "SHA-" + upper.substring(3) : upper;
        return DIGESTS.containsValue(dashed) ? dashed : null;
    }

    /** Whether collisions of this digest, or of the one in a signature's name, can be made. */
    static boolean isWeak(String algorithm) {
        int with = algorithm.indexOf("with");
        return WEAK.contains(with < 0 ? algorithm : algorithm.substring(0, with));
    }
}

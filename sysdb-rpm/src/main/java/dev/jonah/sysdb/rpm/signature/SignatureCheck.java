package dev.jonah.sysdb.rpm.signature;

import org.jspecify.annotations.Nullable;

/**
 * What became of a signature.
 *
 * @param outcome whether it holds
 * @param description algorithm, key and time, for people: {@code RSA/SHA-256, key 199e2f91fd431d51}
 * @param key the key that it holds by, or null
 */
public record SignatureCheck(
        Outcome outcome, String description, @Nullable KnownKey key) {
    /** Whether a signature holds. */
    public enum Outcome {
        /** It was made by the key, of exactly these bytes. */
        VALID,
        /** The key is there, and did not make it of these bytes. */
        BAD,
        /** The key is not there. */
        UNKNOWN_KEY,
        /** It is no signature, or of a kind that is not known. */
        UNREADABLE
    }

    /** One line for people. */
    @Override
    public String toString() {
        return description
                + switch (outcome) {
                    case VALID -> ", valid, key known: " + (key == null ? "" : key.origin());
                    case BAD -> ", BAD";
                    case UNKNOWN_KEY -> ", key unknown: it is not in the image";
                    case UNREADABLE -> "";
                };
    }
}

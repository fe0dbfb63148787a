package dev.jonah.provenance.signals.format;

/**
 * Where a secret stands. It does not hold the secret.
 *
 * @param sort what it is good for
 * @param name what it is, for people: {@code GitHub token}
 * @param line the line of the text where it begins, from 1
 */
public record Secret(Sort sort, String name, int line) {
    /** What a secret is good for. */
    public enum Sort {
        /** Private half of a pair of keys. */
        PRIVATE_KEY,
        /** Lets in whoever has it. */
        TOKEN,
        /** The same for a while, as a rule. */
        SESSION_TOKEN,
        /** A password in the clear, or nearly. */
        PASSWORD
    }
}

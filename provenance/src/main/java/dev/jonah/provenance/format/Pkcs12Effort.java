package dev.jonah.provenance.format;

import java.io.IOException;
import java.math.BigInteger;

/**
 * Holds a PKCS #12 store (RFC 7292) against bounds before it is opened: the file itself says how often passwords are hashed,
 * and how many parts are encrypted, so that a small one could take hours. Walks the plain structure, which must be DER.
 */
final class Pkcs12Effort {
    private static final int MOST_PARTS = 8;
    private static final BigInteger MOST_ROUNDS = BigInteger.valueOf(100_000);
    private static final int DEEPEST = 8;

    private Pkcs12Effort() {}

    /** @throws IOException if it is no such store, or asks for more than any tool writes */
    static void check(byte[] file) throws IOException {
        Der store = Der.first(file);
        if (store.tag() != Der.SEQUENCE || !store.isLast() || store.child(0).tag() != Der.INTEGER) {
            throw new IOException("no PKCS #12 store");
        }
        Der safe = store.child(1).child(1).child(0);
        if (safe.tag() != Der.OCTET_STRING) {
            throw new IOException("a store that is signed, not protected by a password");
        }
        Der parts = safe.inner();
        int count = 0;
        for (Der part : parts.children()) {
            if (++count > MOST_PARTS) {
                throw new IOException("a store of too many parts");
            }
            Der content = part.child(1).child(0);
            if (content.tag() == Der.SEQUENCE) {
                // Encrypted data: a version, then type, algorithm and bytes.
                rounds(content.child(1).child(1), 0);
            } else if (content.tag() != Der.OCTET_STRING) {
                throw new IOException("a part of an unknown kind");
            }
        }
        for (Der part : store.children().subList(2, store.children().size())) {
            rounds(part, 0);
        }
    }

    /** Every number in the parameters of an algorithm is bounded: one of them is the count. */
    private static void rounds(Der value, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("parameters are nested too deeply");
        }
        if (value.tag() == Der.INTEGER) {
            byte[] number = value.value();
            if (number.length == 0 || number.length > 8 || new BigInteger(number).compareTo(MOST_ROUNDS) > 0) {
                throw new IOException("a store that asks for too much work");
            }
        } else if ((value.tag() & 0x20) != 0) {
            for (Der child : value.children()) {
                rounds(child, depth + 1);
            }
        }
    }
}

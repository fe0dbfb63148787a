package dev.jonah.provenance.signals.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Whether a store of keys holds private ones: those of Java (JKS and JCEKS, the format of {@code
 * sun.security.provider.JavaKeyStore}) and PKCS #12 (RFC 7292). Stores that hold only certificates are common and harmless.
 */
public final class KeyStore {
    private static final int JKS = 0xfeedfeed;
    private static final int JCEKS = 0xcececece;
    private static final int MOST_ENTRIES = 10_000;
    private static final byte[] PFX_VERSION = {2, 1, 3, 0x30};
    /** 1.2.840.113549.1.12.10.1, whose 1 and 2 are the bags for keys, plain and encrypted. */
    private static final byte[] BAGS = {
        0x06, 0x0b, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 12, 10, 1
    };

    private KeyStore() {}

    /** By the bytes of the file, or as many of them as there are at hand. */
    public static boolean holdsPrivateKey(byte[] bytes) {
        if (bytes.length < 16) {
            return false;
        }
        int magic = ByteBuffer.wrap(bytes).getInt();
        if (magic == JKS || magic == JCEKS) {
            return javaStore(ByteBuffer.wrap(bytes, 4, bytes.length - 4));
        }
        return isPkcs12(bytes) && hasKeyBag(bytes);
    }

    /** Certificates come one by one until a key does; where the bytes end, nothing more is known. */
    private static boolean javaStore(ByteBuffer in) {
        try {
            int version = in.getInt();
            int count = Math.min(in.getInt(), MOST_ENTRIES);
            for (int i = 0; i < count; i++) {
                int tag = in.getInt();
                if (tag == 1 || tag == 3) {
                    return true;
                }
                if (tag != 2 || version < 1 || version > 2) {
                    return false;
                }
                skip(in, in.getShort() & 0xffff);
                in.getLong();
                if (version == 2) {
                    skip(in, in.getShort() & 0xffff);
                }
                skip(in, in.getInt());
            }
        } catch (BufferUnderflowException e) {
            return false;
        }
        return false;
    }

    private static void skip(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + length);
    }

    /** A sequence whose first element is the version 3. */
    private static boolean isPkcs12(byte[] bytes) {
        if (bytes[0] != 0x30) {
            return false;
        }
        int lengthBytes = (bytes[1] & 0x80) == 0 ? 0 : bytes[1] & 0x7f;
        int at = 2 + lengthBytes;
        return lengthBytes <= 4
                && java.util.Arrays.equals(bytes, at, at + PFX_VERSION.length, PFX_VERSION, 0, PFX_VERSION.length);
    }

    private static boolean hasKeyBag(byte[] bytes) {
        for (int i = 0; i + BAGS.length < bytes.length; i++) {
            if (bytes[i] == BAGS[0] && java.util.Arrays.equals(bytes, i, i + BAGS.length, BAGS, 0, BAGS.length)) {
                int last = bytes[i + BAGS.length];
                if (last == 1 || last == 2) {
                    return true;
                }
            }
        }
        return false;
    }
}

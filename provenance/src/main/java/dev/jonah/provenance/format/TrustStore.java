package dev.jonah.provenance.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * Certificates in binary stores: Java's own format (JKS, as {@code sun.security.provider.JavaKeyStore} describes it), PKCS
 * #12 (RFC 7292) as far as it is no work to open, and the signature lists of UEFI (section 32.4.1 of its specification). A
 * store that holds keys is none of certificates alone and is refused.
 */
public final class TrustStore {
    private static final int JKS = 0xfeedfeed;
    private static final int TRUSTED = 2;
    private static final int CHECKSUM = 20;
    private static final byte[] X509_LIST = HexFormat.of().parseHex("a159c0a5e494a74a87b5ab155c2bf072");
    private static final int LIST_HEADER = 28;
    /** What distributions protect stores with that hold nothing secret. */
    private static final String[] PASSWORDS = {"changeit", "changeme", ""};

    private TrustStore() {}

    /**
     * The encoded certificates of a whole file.
     *
     * @throws IOException if it is no such store, holds keys, or is malformed
     */
    public static List<byte[]> read(byte[] file) throws IOException {
        if (file.length > 4 && ByteBuffer.wrap(file).getInt() == JKS) {
            try {
                return java(ByteBuffer.wrap(file, 4, file.length - 4));
            } catch (BufferUnderflowException e) {
                throw new IOException("the store ends inside an entry", e);
            }
        }
        if (file.length > LIST_HEADER && java.util.Arrays.equals(X509_LIST, 0, 16, file, 0, 16)) {
            return lists(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
        }
        return pkcs12(file);
    }

    private static List<byte[]> java(ByteBuffer in) throws IOException {
        int version = in.getInt();
        int count = in.getInt();
        if (version < 1 || version > 2) {
            throw new IOException("a version that is not known");
        }
        List<byte[]> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (in.getInt() != TRUSTED) {
                throw new IOException("the store holds a key");
            }
            take(in, in.getShort() & 0xffff); // its name
            in.getLong();
            if (version == 2) {
                take(in, in.getShort() & 0xffff); // the kind of certificate
            }
            found.add(take(in, in.getInt()));
        }
        if (in.remaining() != CHECKSUM) {
            throw new IOException("something follows the entries");
        }
        return found;
    }

    private static List<byte[]> lists(ByteBuffer in) throws IOException {
        List<byte[]> found = new ArrayList<>();
        while (in.hasRemaining()) {
            int start = in.position();
            if (in.remaining() < LIST_HEADER) {
                throw new IOException("the lists end inside a header");
            }
            byte[] kind = take(in, 16);
            int length = in.getInt();
            int header = in.getInt();
            int size = in.getInt();
            int end = start + length;
            boolean sound =
                    java.util.Arrays.equals(kind, X509_LIST) && length >= LIST_HEADER && header == 0 && size > 16;
            if (!sound || end < 0 || end > in.limit() || (length - LIST_HEADER) % size != 0) {
                throw new IOException("no list of certificates");
            }
            while (in.position() < end) {
                take(in, 16); // who put it there
                found.add(take(in, size - 16));
            }
        }
        return found;
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }

    private static List<byte[]> pkcs12(byte[] file) throws IOException {
        Pkcs12Effort.check(file);
        for (String password : PASSWORDS) {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(new ByteArrayInputStream(file), password.toCharArray());
                List<byte[]> found = new ArrayList<>();
                for (String alias : Collections.list(store.aliases())) {
                    if (!store.isCertificateEntry(alias)) {
                        throw new IOException("the store holds a key");
                    }
                    found.add(store.getCertificate(alias).getEncoded());
                }
                return found;
            } catch (IOException e) {
                if (!(e.getCause() instanceof GeneralSecurityException)) {
                    throw e;
                }
            } catch (GeneralSecurityException | RuntimeException e) {
                throw new IOException("the store cannot be opened", e);
            }
        }
        throw new IOException("none of the usual passwords opens the store");
    }
}

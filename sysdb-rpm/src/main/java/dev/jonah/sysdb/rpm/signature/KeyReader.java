package dev.jonah.sysdb.rpm.signature;

import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPRuntimeOperationException;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/** Reads files of OpenPGP public keys, binary or armoured, any number of keys in each. */
final class KeyReader {
    private static final String BEGIN = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_KEYS = 1000;
    private static final int MOST_NAMES = 20;
    private static final int LONGEST_NAME = 200;

    private KeyReader() {}

    /**
     * The keys of a file, subkeys included.
     *
     * @throws IOException if there is something else; then no key counts
     */
    static List<RingKey> read(byte[] file, String origin) throws IOException {
        if (file.length > MOST_BYTES) {
            throw new IOException("too large for public keys: " + file.length + " bytes");
        }
        List<RingKey> found = new ArrayList<>();
        try {
            String text = new String(file, StandardCharsets.ISO_8859_1);
            if (file.length > 0 && (file[0] & 0x80) != 0) {
                readRings(new ByteArrayInputStream(file), origin, found);
            }
            for (int start = text.indexOf(BEGIN); start >= 0; start = text.indexOf(BEGIN, start + 1)) {
                byte[] block = text.substring(start).getBytes(StandardCharsets.ISO_8859_1);
                readRings(new ArmoredInputStream(new ByteArrayInputStream(block)), origin, found);
            }
        } catch (IOException | PGPException | RuntimeException e) {
            // The library throws unchecked exceptions at damaged keys.
            throw new IOException("damaged public key: " + e.getMessage(), e);
        }
        if (found.isEmpty()) {
            throw new IOException("no public key");
        }
        return found;
    }

    private static void readRings(InputStream in, String origin, List<RingKey> out) throws IOException, PGPException {
        BcPGPObjectFactory packets = new BcPGPObjectFactory(in);
        Object packet;
        try {
            while ((packet = packets.nextObject()) != null && out.size() < MOST_KEYS) {
                if (packet instanceof PGPPublicKeyRing ring) {
                    addKeys(ring, origin, out);
                }
            }
        } catch (PGPRuntimeOperationException e) {
            throw new PGPException("damaged", e);
        }
    }

    private static void addKeys(PGPPublicKeyRing ring, String origin, List<RingKey> out) {
        List<String> names = names(ring.getPublicKey());
        for (PGPPublicKey key : ring) {
            KnownKey known = new KnownKey(
                    id(key.getKeyID()),
                    HexFormat.of().formatHex(key.getFingerprint()),
                    names,
                    key.getCreationTime().toInstant().getEpochSecond(),
                    key.isMasterKey(),
                    origin);
            out.add(new RingKey(known, key));
        }
    }

    static String id(long keyId) {
        return String.format(Locale.ROOT, "%016x", keyId);
    }

    private static List<String> names(PGPPublicKey key) {
        List<String> names = new ArrayList<>();
        for (Iterator<byte[]> ids = key.getRawUserIDs(); ids.hasNext() && names.size() < MOST_NAMES; ) {
            String name = RawText.of(ids.next()).toString();
            names.add(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name);
        }
        return names;
    }
}

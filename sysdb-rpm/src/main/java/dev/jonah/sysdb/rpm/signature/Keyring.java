package dev.jonah.sysdb.rpm.signature;

import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;

/** The public keys that are at hand, and what signatures look like by them. Not safe for several threads. */
public final class Keyring {
    private static final int LONGEST_SIGNATURE = 64 << 10;

    private final Map<Long, List<RingKey>> keys = new HashMap<>();
    private final BcPGPContentVerifierBuilderProvider verifiers = new BcPGPContentVerifierBuilderProvider();

    /** A keyring without keys. */
    public Keyring() {}

    /**
     * Adds the keys of a file, binary or armoured.
     *
     * @param origin where it was found, for people
     * @return the keys, subkeys included
     * @throws IOException if it holds something else than keys
     */
    public List<KnownKey> add(byte[] file, String origin) throws IOException {
        List<RingKey> found = KeyReader.read(file, origin);
        found.forEach(key -> keys.computeIfAbsent(key.key().getKeyID(), id -> new ArrayList<>(1))
                .add(key));
        return found.stream().map(RingKey::known).toList();
    }

    /** Checks a signature packet over these bytes. */
    public SignatureCheck check(RawText packet, byte[] signed) {
        try {
            PGPSignature signature = parse(packet);
            return signature == null
                    ? new SignatureCheck(SignatureCheck.Outcome.UNREADABLE, "not an OpenPGP signature", null)
                    : check(signature, signed);
        } catch (IOException | PGPException | RuntimeException e) {
            // The library throws unchecked exceptions at damaged packets.
            String text = "not an OpenPGP signature that can be read: " + e.getMessage();
            return new SignatureCheck(SignatureCheck.Outcome.UNREADABLE, text, null);
        }
    }

    private SignatureCheck check(PGPSignature signature, byte[] signed) throws PGPException {
        String description = describe(signature);
        if (signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
            return new SignatureCheck(
                    SignatureCheck.Outcome.UNREADABLE, description + ", not a signature of a document", null);
        }
        List<RingKey> candidates = keys.getOrDefault(signature.getKeyID(), List.of());
        for (RingKey candidate : candidates) {
            if (candidate.key().getAlgorithm() == signature.getKeyAlgorithm()
                    && verifies(signature, candidate, signed)) {
                return new SignatureCheck(SignatureCheck.Outcome.VALID, description, candidate.known());
            }
        }
        SignatureCheck.Outcome outcome =
                candidates.isEmpty() ? SignatureCheck.Outcome.UNKNOWN_KEY : SignatureCheck.Outcome.BAD;
        return new SignatureCheck(outcome, description, null);
    }

    private boolean verifies(PGPSignature signature, RingKey key, byte[] signed) throws PGPException {
        signature.init(verifiers, key.key());
        signature.update(signed);
        return signature.verify();
    }

    private static @Nullable PGPSignature parse(RawText packet) throws IOException {
        if (packet.length() > LONGEST_SIGNATURE) {
            return null;
        }
        Object first = new BcPGPObjectFactory(new ByteArrayInputStream(packet.bytes())).nextObject();
        return first instanceof PGPSignatureList list && !list.isEmpty() ? list.get(0) : null;
    }

    private static String describe(PGPSignature signature) {
        return algorithm(signature.getKeyAlgorithm()) + "/" + hash(signature.getHashAlgorithm()) + ", key "
                + KeyReader.id(signature.getKeyID()) + ", made "
                + signature.getCreationTime().toInstant();
    }

    private static String algorithm(int algorithm) {
        return switch (algorithm) {
            case PublicKeyAlgorithmTags.RSA_GENERAL -> "RSA";
            case PublicKeyAlgorithmTags.DSA -> "DSA";
            case PublicKeyAlgorithmTags.ECDSA -> "ECDSA";
            case PublicKeyAlgorithmTags.EDDSA_LEGACY, PublicKeyAlgorithmTags.Ed25519, PublicKeyAlgorithmTags.Ed448 ->
                "EdDSA";
            default -> "algorithm " + algorithm;
        };
    }

    private static String hash(int algorithm) {
        return switch (algorithm) {
            case HashAlgorithmTags.MD5 -> "MD5";
            case HashAlgorithmTags.SHA1 -> "SHA-1";
            case HashAlgorithmTags.RIPEMD160 -> "RIPEMD-160";
            case HashAlgorithmTags.SHA224 -> "SHA-224";
            case HashAlgorithmTags.SHA256 -> "SHA-256";
            case HashAlgorithmTags.SHA384 -> "SHA-384";
            case HashAlgorithmTags.SHA512 -> "SHA-512";
            case HashAlgorithmTags.SHA3_256 -> "SHA3-256";
            case HashAlgorithmTags.SHA3_512 -> "SHA3-512";
            default -> "algorithm " + algorithm;
        };
    }
}

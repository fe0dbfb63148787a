package dev.jonah.appdb.java.signature;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CMS message of type signed-data (RFC 5652 section 5; PKCS #7 1.5 is the same for this purpose).
 *
 * @param contentType object identifier of what is signed
 * @param content what is signed, or null if it is kept elsewhere
 * @param certificates each as X.509 has it
 * @param signers who signed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SignedMessage(
        String contentType, byte @Nullable [] content, List<byte[]> certificates, List<SignerInfo> signers) {
    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final int MOST = 64;

    static SignedMessage read(byte[] bytes) throws DamagedSignatureException {
        List<DerValue> outer = DerValue.read(bytes).parts(DerValue.SEQUENCE, 2);
        if (!outer.get(0).object().equals(SIGNED_DATA)) {
            throw new DamagedSignatureException("it is no signed message");
        }
        DerValue data = outer.get(1).parts(DerValue.CONTEXT_0, 1).get(0);
        List<DerValue> fields = data.parts(DerValue.SEQUENCE, 4);
        List<DerValue> encapsulated = fields.get(2).parts(DerValue.SEQUENCE, 1);
        byte[] content = encapsulated.size() < 2
                ? null
                : encapsulated.get(1).parts(DerValue.CONTEXT_0, 1).get(0).octets();
        List<byte[]> certificates = new ArrayList<>();
        List<SignerInfo> signers = new ArrayList<>();
        for (DerValue field : fields.subList(3, fields.size())) {
            if (field.tag() == DerValue.CONTEXT_0) {
                for (DerValue certificate : field.parts()) {
                    // Others than plain certificates have other tags.
                    if (certificate.tag() == DerValue.SEQUENCE && certificates.size() < MOST) {
                        certificates.add(certificate.encoded());
                    }
                }
            } else if (field.tag() == DerValue.SET) {
                for (DerValue signer : field.parts()) {
                    if (signers.size() >= MOST) {
                        throw new DamagedSignatureException("it has too many signers");
                    }
                    signers.add(SignerInfo.of(signer));
                }
            }
        }
        return new SignedMessage(encapsulated.get(0).object(), content, certificates, signers);
    }
}

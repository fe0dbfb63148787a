package dev.jonah.appdb.java.signature;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One signer of a message (RFC 5652 section 5.3). Its certificate is named by issuer and serial number, or by the
 * identifier of its key.
 *
 * @param issuer name of the issuer as X.500 has it, or null
 * @param serial serial number, or null
 * @param keyIdentifier subject key identifier, or null
 * @param digest the JDK's name of the digest
 * @param algorithm the JDK's name of the signature's algorithm
 * @param parameters of the algorithm, or null
 * @param attributes what is signed instead of the content, or null if the content itself is
 * @param attributeType the content type among the attributes, or null
 * @param attributeDigest the content's digest among the attributes, or null
 * @param signature its bytes
 * @param timestamp a message of a time stamping authority (RFC 3161), or null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SignerInfo(
        byte @Nullable [] issuer,
        @Nullable BigInteger serial,
        byte @Nullable [] keyIdentifier,
        String digest,
        String algorithm,
        byte @Nullable [] parameters,
        byte @Nullable [] attributes,
        @Nullable String attributeType,
        byte @Nullable [] attributeDigest,
        byte[] signature,
        byte @Nullable [] timestamp) {
    private static final int CONTEXT_1 = 0xa1;
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String TIMESTAMP = "1.2.840.113549.1.9.16.2.14";

    static SignerInfo of(DerValue value) throws DamagedSignatureException {
        List<DerValue> fields = value.parts(DerValue.SEQUENCE, 5);
        byte[] issuer = null;
        BigInteger serial = null;
        byte[] keyIdentifier = null;
        if (fields.get(1).tag() == DerValue.SEQUENCE) {
            List<DerValue> name = fields.get(1).parts(DerValue.SEQUENCE, 2);
            issuer = name.get(0).encoded();
            serial = name.get(1).integer();
        } else {
            keyIdentifier = fields.get(1).octets();
        }
        String digest = Algorithms.digest(
                fields.get(2).parts(DerValue.SEQUENCE, 1).get(0).object());
        DerValue attributes = fields.get(3).tag() == DerValue.CONTEXT_0 ? fields.get(3) : null;
        int next = attributes == null ? 3 : 4;
        if (fields.size() < next + 2) {
            throw new DamagedSignatureException("a signer has no signature");
        }
        List<DerValue> algorithm = fields.get(next).parts(DerValue.SEQUENCE, 1);
        DerValue unsigned =
                fields.size() > next + 2 && fields.get(next + 2).tag() == CONTEXT_1 ? fields.get(next + 2) : null;
        DerValue type = attribute(attributes, CONTENT_TYPE);
        DerValue contentDigest = attribute(attributes, MESSAGE_DIGEST);
        DerValue timestamp = attribute(unsigned, TIMESTAMP);
        return new SignerInfo(
                issuer,
                serial,
                keyIdentifier,
                digest,
                Algorithms.signature(algorithm.get(0).object(), digest),
                algorithm.size() > 1 ? algorithm.get(1).encoded() : null,
                attributes == null ? null : attributes.encodedAs(DerValue.SET),
                type == null ? null : type.object(),
                contentDigest == null ? null : contentDigest.octets(),
                fields.get(next + 1).octets(),
                timestamp == null ? null : timestamp.encoded());
    }

    /** The value of an attribute; null if it is not there. */
    private static @Nullable DerValue attribute(@Nullable DerValue attributes, String object)
            throws DamagedSignatureException {
        for (DerValue attribute : attributes == null ? List.<DerValue>of() : attributes.parts()) {
            List<DerValue> fields = attribute.parts(DerValue.SEQUENCE, 2);
            if (fields.get(0).object().equals(object)) {
                return fields.get(1).parts(DerValue.SET, 1).get(0);
            }
        }
        return null;
    }
}

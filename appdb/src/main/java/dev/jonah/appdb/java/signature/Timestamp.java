package dev.jonah.appdb.java.signature;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a time stamping authority says of a signature (RFC 3161 section 2.4.2).
 *
 * @param time when it had seen the signature
 * @param authority its certificate
 */
record Timestamp(Instant time, X509Certificate authority) {
    private static final String CONTENT = "1.2.840.113549.1.9.16.1.4";

    /**
     * Reads one and checks that it is signed, and for this signature.
     *
     * @throws DamagedSignatureException if that is not so
     */
    static Timestamp read(byte[] token, byte[] signature) throws DamagedSignatureException {
        SignedMessage message = SignedMessage.read(token);
        byte[] content = message.content();
        if (!message.contentType().equals(CONTENT)
                || content == null
                || message.signers().isEmpty()) {
            throw new DamagedSignatureException("its time stamp is none");
        }
        List<DerValue> info = DerValue.read(content).parts(DerValue.SEQUENCE, 5);
        List<DerValue> imprint = info.get(2).parts(DerValue.SEQUENCE, 2);
        String digest = Algorithms.digest(
                imprint.get(0).parts(DerValue.SEQUENCE, 1).get(0).object());
        if (!MessageDigest.isEqual(imprint.get(1).octets(), SignerCheck.digest(digest, signature))) {
            throw new DamagedSignatureException("its time stamp is for another signature");
        }
        SignerCheck check = new SignerCheck(message, message.signers().get(0));
        X509Certificate authority = check.certificate();
        String problem = check.problem(authority, content);
        if (problem != null) {
            throw new DamagedSignatureException("the signature of its time stamp is wrong: " + problem);
        }
        return new Timestamp(time(info.get(4).text()), authority);
    }

    /** GeneralizedTime: {@code 20240131235959[.123]Z}. */
    private static Instant time(String text) throws DamagedSignatureException {
        try {
            String seconds = text.length() > 14 ? text.substring(0, 14) : text;
            DateTimeFormatter format = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
            return LocalDateTime.parse(seconds, format).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new DamagedSignatureException("its time stamp has no time", e);
        }
    }
}

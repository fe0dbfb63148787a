package dev.jonah.appdb.java.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Holds one signer's signature against what should be signed. */
final class SignerCheck {
    private static final String SUBJECT_KEY = "2.5.29.14";
    // Larger ones cost minutes, and nobody has them.
    private static final int LARGEST_RSA = 8192;
    private static final int LARGEST_DSA = 4096;
    private static final int LARGEST_DSA_ORDER = 512;

    private final SignedMessage message;
    private final SignerInfo signer;

    SignerCheck(SignedMessage message, SignerInfo signer) {
        this.message = message;
        this.signer = signer;
    }

    /**
     * The signer's certificate, which the message brings along.
     *
     * @throws DamagedSignatureException if it does not, or it cannot be read
     */
    X509Certificate certificate() throws DamagedSignatureException {
        for (byte[] encoded : message.certificates()) {
            X509Certificate certificate = certificate(encoded);
            if (certificate != null && isMeant(certificate)) {
                return certificate;
            }
        }
        throw new DamagedSignatureException("the certificate of its signer is missing, or of an unknown kind");
    }

    private static @Nullable X509Certificate certificate(byte[] encoded) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException | RuntimeException e) {
            // One that cannot be read may be another than the signer's.
            return null;
        }
    }

    private boolean isMeant(X509Certificate certificate) throws DamagedSignatureException {
        byte[] issuer = signer.issuer();
        if (issuer != null) {
            return certificate.getSerialNumber().equals(signer.serial())
                    && certificate.getIssuerX500Principal().equals(principal(issuer));
        }
        byte[] extension = certificate.getExtensionValue(SUBJECT_KEY);
        return extension != null
                && MessageDigest.isEqual(
                        DerValue.read(DerValue.read(extension).octets()).octets(), signer.keyIdentifier());
    }

    private static X500Principal principal(byte[] name) throws DamagedSignatureException {
        try {
            return new X500Principal(name);
        } catch (IllegalArgumentException e) {
            throw new DamagedSignatureException("the name of the issuer of its certificate is malformed", e);
        }
    }

    /**
     * What is wrong, as a phrase; null if the key of this certificate signed this content.
     *
     * @throws DamagedSignatureException if that cannot be told
     */
    @Nullable
    String problem(X509Certificate certificate, byte[] content) throws DamagedSignatureException {
        byte[] attributes = signer.attributes();
        if (attributes != null) {
            byte[] expected = signer.attributeDigest();
            if (expected == null || !MessageDigest.isEqual(expected, digest(signer.digest(), content))) {
                return "it is for other content";
            }
            if (!message.contentType().equals(signer.attributeType())) {
                return "it is for another type of content";
            }
        }
        PublicKey key = certificate.getPublicKey();
        checkSize(key);
        try {
            Signature signature = Signature.getInstance(signer.algorithm());
            byte[] parameters = signer.parameters();
            if (signer.algorithm().equals(Algorithms.PSS) && parameters != null) {
                AlgorithmParameters parsed = AlgorithmParameters.getInstance(Algorithms.PSS);
                parsed.init(parameters);
                signature.setParameter(parsed.getParameterSpec(PSSParameterSpec.class));
            }
            signature.initVerify(key);
            signature.update(attributes != null ? attributes : content);
            return signature.verify(signer.signature()) ? null : "it does not fit the key of its certificate";
        } catch (SignatureException e) {
            return "it does not fit the key of its certificate";
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new DamagedSignatureException(signer.algorithm() + " cannot be checked: " + e.getMessage(), e);
        }
    }

    private static void checkSize(PublicKey key) throws DamagedSignatureException {
        boolean large = key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() > LARGEST_RSA
                || key instanceof DSAPublicKey dsa
                        && (dsa.getParams() == null
                                || dsa.getParams().getP().bitLength() > LARGEST_DSA
                                || dsa.getParams().getQ().bitLength() > LARGEST_DSA_ORDER);
        if (large) {
            throw new DamagedSignatureException("the key of its certificate is larger than keys are");
        }
    }

    static byte[] digest(String algorithm, byte[]... pieces) throws DamagedSignatureException {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            List.of(pieces).forEach(digest::update);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new DamagedSignatureException("this Java has no " + algorithm, e);
        }
    }
}

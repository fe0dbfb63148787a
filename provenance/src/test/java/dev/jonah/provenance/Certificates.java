package dev.jonah.provenance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Objects;

/** Two certificates (see the README beside them), and stores made of them. */
public final class Certificates {
    private Certificates() {}

    /** One of {@code first} and {@code second}, as PEM. */
    public static String pem(String name) {
        try (InputStream in = Objects.requireNonNull(Certificates.class.getResourceAsStream(name + ".pem"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as DER. */
    public static byte[] der(String name) throws GeneralSecurityException {
        return certificate(name).getEncoded();
    }

    /** A store of Java, as its own tools write it. */
    public static byte[] store(String type, String password, String... names)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        for (String name : names) {
            store.setCertificateEntry(name, certificate(name));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }

    private static X509Certificate certificate(String name) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem(name).getBytes(StandardCharsets.US_ASCII)));
    }
}

package dev.jonah.appdb.java.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who signed an archive, by a signature that was checked. Whether anybody trusts the certificate is another question, and
 * so is whether it was still valid then.
 *
 * @param block name of the entry with the signature: {@code META-INF/NAME.RSA}
 * @param certificate the signer's
 * @param algorithm the JDK's name of the algorithm: {@code SHA256withRSA}
 * @param time when an authority saw the signature, or null if none says so
 * @param authority the certificate of that authority, or null
 */
public record Signer(
        String block,
        X509Certificate certificate,
        String algorithm,
        @Nullable Instant time,
        @Nullable X509Certificate authority) {}

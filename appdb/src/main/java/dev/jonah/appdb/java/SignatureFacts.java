package dev.jonah.appdb.java;

import dev.jonah.appdb.java.signature.ArchiveSignature;
import dev.jonah.appdb.java.signature.Signer;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an archive's signatures. A right one tells that the archive is as the owner of a key left it. Who that is
 * the certificate says, and anybody can make one; so a signature verifies no file of the image.
 */
final class SignatureFacts {
    private static final Map<String, String> WORDS = Map.of("1.2.840.113549.1.9.1", "EMAILADDRESS");

    private SignatureFacts() {}

    /** Facts of the package. */
    static Map<String, @Nullable String> of(ArchiveSignature signature) {
        Map<String, @Nullable String> facts = new LinkedHashMap<>();
        facts.put("java.signature", word(signature));
        for (int i = 0; i < signature.signers().size(); i++) {
            signer(signature.signers().get(i), i == 0 ? "" : "." + (i + 1), facts);
        }
        facts.put("java.signature.weak", String.join(", ", signature.weak()));
        facts.put("java.signature.changed", signature.changed().toString());
        facts.put("java.signature.unsigned", signature.unsigned().toString());
        facts.put("java.signature.missing", signature.missing().toString());
        return facts;
    }

    private static void signer(Signer signer, String number, Map<String, @Nullable String> to) {
        X509Certificate certificate = signer.certificate();
        to.put("java.signature.signer" + number, name(certificate.getSubjectX500Principal()));
        to.put("java.signature.issuer" + number, name(certificate.getIssuerX500Principal()));
        to.put("java.signature.certificate" + number, fingerprint(certificate));
        to.put(
                "java.signature.valid" + number,
                certificate.getNotBefore().toInstant() + "/"
                        + certificate.getNotAfter().toInstant());
        to.put("java.signature.algorithm" + number, signer.algorithm());
        X509Certificate authority = signer.authority();
        if (authority != null) {
            to.put("java.signature.time" + number, String.valueOf(signer.time()));
            to.put("java.signature.time-authority" + number, name(authority.getSubjectX500Principal()));
        }
    }

    private static String name(X500Principal principal) {
        return principal.getName(X500Principal.RFC2253, WORDS);
    }

    private static @Nullable String fingerprint(X509Certificate certificate) {
        try {
            return Digest.compute(Digest.Algorithm.SHA256, certificate.getEncoded())
                    .toString();
        } catch (CertificateEncodingException e) {
            // One that was read from its encoding has it.
            return null;
        }
    }

    static void report(ArchiveSignature signature, String archive, ImagePath file, Diagnostics diagnostics) {
        List<String> said = new ArrayList<>(signature.wrong());
        said.addAll(signature.unread());
        if (signature.changed().count() > 0) {
            said.add("changed: " + signature.changed());
        }
        if (signature.unsigned().count() > 0) {
            said.add("not signed: " + signature.unsigned());
        }
        if (signature.missing().count() > 0) {
            said.add("missing: " + signature.missing());
        }
        String why = "; " + String.join("; ", said);
        switch (signature.state()) {
            case BROKEN ->
                diagnostics.warning("java.signature.broken", file, archive + " is not as it was signed" + why);
            case UNCHECKED ->
                diagnostics.warning(
                        "java.signature.unchecked", file, "the signatures of " + archive + " were not checked" + why);
            case INCOMPLETE ->
                diagnostics.info("java.signature.incomplete", file, archive + " is signed in part only" + why);
            case VALID -> {}
        }
    }

    private static String word(ArchiveSignature signature) {
        return signature.state().name().toLowerCase(Locale.ROOT);
    }
}

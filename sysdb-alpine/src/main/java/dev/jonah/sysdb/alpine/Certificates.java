package dev.jonah.sysdb.alpine;

import dev.jonah.value.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes PEM text (RFC 7468) apart. */
final class Certificates {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private Certificates() {}

    /**
     * The SHA-256 of each certificate.
     *
     * @return null if there is anything but certificates, blank lines and comments
     */
    static @Nullable Set<Digest> of(byte[] pem) {
        Set<Digest> found = new LinkedHashSet<>();
        StringBuilder body = null;
        for (String raw : new String(pem, StandardCharsets.ISO_8859_1).split("\n")) {
            String line = raw.strip();
            if (body == null) {
                if (line.equals(BEGIN)) {
                    body = new StringBuilder();
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    return null;
                }
            } else if (line.equals(END)) {
                Digest certificate = decode(body.toString());
                if (certificate == null) {
                    return null;
                }
                found.add(certificate);
                body = null;
            } else {
                body.append(line);
            }
        }
        return body == null && !found.isEmpty() ? found : null;
    }

    private static @Nullable Digest decode(String body) {
        try {
            byte[] der = Base64.getDecoder().decode(body);
            // Every certificate is a SEQUENCE.
            return der.length > 0 && der[0] == 0x30 ? Digest.compute(Digest.Algorithm.SHA256, der) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

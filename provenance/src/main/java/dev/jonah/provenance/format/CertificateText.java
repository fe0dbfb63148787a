package dev.jonah.provenance.format;

import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Certificates in text: PEM (RFC 7468) with comments, OpenSSL's trusted certificates, whose trust settings are left out, and
 * files of p11-kit, in which each certificate stands in a section with attributes.
 *
 * @param certificates in the order of the file
 * @param plain whether there is nothing else but blank lines and comments
 */
public record CertificateText(List<Item> certificates, boolean plain) {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final String CERTIFICATE = "CERTIFICATE";

    /**
     * A certificate.
     *
     * @param encoded its DER
     * @param distrusted whether p11-kit says that it must not be trusted
     */
    public record Item(RawText encoded, boolean distrusted) {}

    /** Copies the list. */
    public CertificateText {
        certificates = List.copyOf(certificates);
    }

    /** Reads a whole file; blocks that are no certificates make it one that is not plain. */
    public static CertificateText read(byte[] file) {
        return new Reader().read(new String(file, StandardCharsets.ISO_8859_1));
    }

    private static final class Reader {
        private final List<Item> found = new ArrayList<>();
        private int section;
        private boolean distrusted;
        private boolean plain = true;

        CertificateText read(String text) {
            StringBuilder body = null;
            for (int start = 0; start < text.length(); ) {
                int feed = text.indexOf('\n', start);
                int end = feed < 0 ? text.length() : feed;
                String line = text.substring(start, end).strip();
                start = end + 1;
                if (body == null) {
                    body = line.startsWith(BEGIN) ? new StringBuilder() : null;
                    plain &= body != null ? isCertificate(line, BEGIN) : isIdle(line);
                    outside(line);
                } else if (line.startsWith(END)) {
                    add(isCertificate(line, END) ? body : null);
                    body = null;
                } else {
                    body.append(line);
                }
            }
            closeSection();
            return new CertificateText(found, plain && body == null);
        }

        private void outside(String line) {
            if (line.startsWith("[")) {
                closeSection();
            } else if (line.replace(" ", "").equals("x-distrusted:true")) {
                distrusted = true;
            }
        }

        /** The attribute may stand before or behind the certificates of its section. */
        private void closeSection() {
            for (int i = section; distrusted && i < found.size(); i++) {
                found.set(i, new Item(found.get(i).encoded(), true));
            }
            section = found.size();
            distrusted = false;
        }

        private void add(@org.jspecify.annotations.Nullable StringBuilder body) {
            try {
                byte[] bytes = body == null ? new byte[0] : Base64.getDecoder().decode(body.toString());
                Der value = Der.first(bytes);
                if (value.tag() != Der.SEQUENCE) {
                    throw new IOException("no certificate");
                }
                found.add(new Item(RawText.of(value.encoded()), false));
            } catch (IllegalArgumentException | IOException e) {
                plain = false;
            }
        }

        private static boolean isIdle(String line) {
            return line.isEmpty() || line.startsWith("#");
        }

        private static boolean isCertificate(String line, String border) {
            return line.endsWith(DASHES)
                    && line.length() > border.length() + DASHES.length()
                    && switch (line.substring(border.length(), line.length() - DASHES.length())) {
                        case CERTIFICATE, "X509 CERTIFICATE", "TRUSTED CERTIFICATE" -> true;
                        default -> false;
                    };
        }
    }
}

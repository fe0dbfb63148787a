package dev.jonah.provenance.format;

import dev.jonah.value.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The subject of a certificate (RFC 5280, section 4.1.2.6), and the hashes of it that OpenSSL names files after: since 1.0.0
 * the SHA-1 of a canonical form (letters in lower case, blanks collapsed, UTF-8), before that the MD5 of the encoding; of
 * each the first four bytes, the last one first.
 *
 * @param hash eight hexadecimal digits
 * @param oldHash eight hexadecimal digits
 * @param name the most telling attribute: the common name, else the last one; null if there is no text
 */
public record CertificateSubject(
        String hash, String oldHash, @Nullable String name) {
    private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};
    private static final Charset UTF_32 = Charset.forName("UTF-32BE");

    /**
     * Reads it from a certificate.
     *
     * @throws IOException if that is malformed before the end of its subject
     */
    public static CertificateSubject of(byte[] certificate) throws IOException {
        Der fields = Der.first(certificate).child(0);
        // A version, which the first one leaves out, comes before number, algorithm, issuer, validity and subject.
        int version = fields.child(0).tag() == 0xa0 ? 1 : 0;
        Der subject = fields.child(version + 4);
        if (subject.tag() != Der.SEQUENCE) {
            throw new IOException("no subject");
        }
        ByteArrayOutputStream canonical = new ByteArrayOutputStream();
        String name = null;
        boolean common = false;
        for (Der set : subject.children()) {
            ByteArrayOutputStream attributes = new ByteArrayOutputStream();
            for (Der attribute : set.children()) {
                Der type = attribute.child(0);
                Der value = attribute.child(1);
                String text = text(value);
                byte[] content = text == null
                        ? value.encoded()
                        : value(0x0c, canonical(text).getBytes(StandardCharsets.UTF_8));
                attributes.writeBytes(value(Der.SEQUENCE, join(type.encoded(), content)));
                if (text != null && !common) {
                    name = text;
                    common = java.util.Arrays.equals(type.value(), COMMON_NAME);
                }
            }
            canonical.writeBytes(value(Der.SET, attributes.toByteArray()));
        }
        return new CertificateSubject(
                first(Digest.Algorithm.SHA1, canonical.toByteArray()),
                first(Digest.Algorithm.MD5, subject.encoded()),
                name);
    }

    private static String first(Digest.Algorithm algorithm, byte[] bytes) {
        byte[] digest = HexFormat.of().parseHex(Digest.compute(algorithm, bytes).hex());
        return HexFormat.of().formatHex(new byte[] {digest[3], digest[2], digest[1], digest[0]});
    }

    /** The kinds of text whose form does not matter; null for all others. */
    private static @Nullable String text(Der value) {
        return switch (value.tag()) {
            case 0x0c -> new String(value.value(), StandardCharsets.UTF_8);
            case 0x13, 0x14, 0x16, 0x1a -> new String(value.value(), StandardCharsets.ISO_8859_1);
            case 0x1c -> new String(value.value(), UTF_32);
            case 0x1e -> new String(value.value(), StandardCharsets.UTF_16BE);
            default -> null;
        };
    }

    /** Only letters and blanks of ASCII count as such. */
    private static String canonical(String text) {
        StringBuilder out = new StringBuilder();
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c >= '\t' && c <= '\r') {
                blank = true;
                continue;
            }
            if (blank && out.length() > 0) {
                out.append(' ');
            }
            blank = false;
            out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return out.toString();
    }

    private static byte[] value(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length;
        if (length < 0x80) {
            out.write(length);
        } else {
            int bytes = (39 - Integer.numberOfLeadingZeros(length)) / 8;
            out.write(0x80 | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                out.write(length >>> 8 * i);
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}

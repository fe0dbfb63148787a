package dev.jonah.sysdb.rpm.format;

import dev.jonah.value.RawText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An OpenPGP signature of {@link RpmHeader#immutable()}.
 *
 * @param tag where it is kept
 * @param packet the signature packet, binary
 */
public record RpmSignature(RpmTag tag, RawText packet) {
    /** The signatures of a header; those of header and payload together are not among them, for the payload is gone. */
    static List<RpmSignature> readAll(RpmHeader header) {
        List<RpmSignature> found = new ArrayList<>();
        for (RpmTag tag : new RpmTag[] {RpmTag.RSAHEADER, RpmTag.DSAHEADER}) {
            byte[] packet = header.bytes(tag);
            if (packet != null && packet.length > 0) {
                found.add(new RpmSignature(tag, RawText.of(packet)));
            }
        }
        for (RawText text : header.texts(RpmTag.OPENPGP)) {
            try {
                byte[] packet = Base64.getMimeDecoder().decode(text.latin1().getBytes(StandardCharsets.ISO_8859_1));
                found.add(new RpmSignature(RpmTag.OPENPGP, RawText.of(packet)));
            } catch (IllegalArgumentException e) {
                // An empty packet is no signature, and whoever checks it says so.
                found.add(new RpmSignature(RpmTag.OPENPGP, RawText.of("")));
            }
        }
        return found;
    }
}

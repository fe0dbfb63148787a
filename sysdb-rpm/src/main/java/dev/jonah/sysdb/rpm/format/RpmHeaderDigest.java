package dev.jonah.sysdb.rpm.format;

import dev.jonah.value.Digest;
import dev.jonah.value.Digest.Algorithm;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A recorded checksum of {@link RpmHeader#immutable()}, computed again.
 *
 * @param algorithm what computes it
 * @param recorded in hexadecimal, as recorded
 * @param computed in lower-case hexadecimal
 */
public record RpmHeaderDigest(Algorithm algorithm, String recorded, String computed) {
    /** Whether the header is still the one that the checksum was made of. */
    public boolean isSound() {
        return recorded.toLowerCase(Locale.ROOT).equals(computed);
    }

    static List<RpmHeaderDigest> computeAll(RpmHeader header) {
        byte[] bytes = header.immutable();
        List<RpmHeaderDigest> found = new ArrayList<>();
        if (bytes != null) {
            compute(header, RpmTag.SHA3_256HEADER, Algorithm.SHA3_256, bytes, found);
            compute(header, RpmTag.SHA256HEADER, Algorithm.SHA256, bytes, found);
            compute(header, RpmTag.SHA1HEADER, Algorithm.SHA1, bytes, found);
        }
        return found;
    }

    private static void compute(
            RpmHeader header, RpmTag tag, Algorithm algorithm, byte[] bytes, List<RpmHeaderDigest> out) {
        RawText recorded = header.text(tag);
        if (recorded != null) {
            String computed = Digest.compute(algorithm, bytes).hex();
            out.add(new RpmHeaderDigest(algorithm, recorded.toString(), computed));
        }
    }
}

package dev.jonah.appdb.java.signature;

import dev.jonah.appdb.java.format.Manifest;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A signature file, {@code META-INF/NAME.SF}, whose own signature was checked: what it says of the manifest. It either has
 * the digest of all of the manifest, or, where that was extended since, those of its sections.
 */
final class SignatureFile {
    private final byte[] bytes;
    private final Sections sections;
    private final byte[] manifest;
    private final Set<String> weak;
    private final boolean whole;

    /** {@code weak} takes the names of algorithms that were relied on and are weak. */
    SignatureFile(byte[] bytes, byte[] manifest, Set<String> weak) throws DamagedSignatureException {
        this.bytes = bytes;
        this.sections = new Sections(bytes);
        this.manifest = manifest;
        this.weak = weak;
        Map<String, byte[]> digests = Digests.in(sections.main.read(bytes), "-Digest-Manifest");
        this.whole = !digests.isEmpty() && equal(digests, manifest);
    }

    /** Whether the main section of the manifest is what was signed, if that was signed at all. */
    boolean hasMainAttributes(Sections of) throws DamagedSignatureException {
        Map<String, byte[]> digests = Digests.in(sections.main.read(bytes), "-Digest-Manifest-Main-Attributes");
        return whole || digests.isEmpty() || equal(digests, bytes(of.main));
    }

    /** The names of entries that it signs. */
    Set<String> names() {
        return sections.named.keySet();
    }

    /**
     * Whether the manifest's sections for an entry are what was signed.
     *
     * @param inManifest those sections, or null if there are none
     * @return null if it says nothing of this entry
     */
    @Nullable
    Boolean agrees(String name, @Nullable Section inManifest) throws DamagedSignatureException {
        Section own = sections.named.get(name);
        if (own == null) {
            return null;
        }
        if (inManifest == null) {
            return whole ? null : Boolean.FALSE;
        }
        if (whole) {
            return true;
        }
        byte[][] pieces = new byte[inManifest.count()][];
        int i = pieces.length;
        for (Section section = inManifest; section != null; section = section.next()) {
            pieces[--i] = bytes(section);
        }
        for (Section section = own; section != null; section = section.next()) {
            Manifest attributes = section.read(bytes);
            Map<String, byte[]> digests = Digests.in(attributes, "-Digest");
            if (digests.isEmpty() || !equal(digests, pieces)) {
                return false;
            }
        }
        return true;
    }

    private byte[] bytes(Section section) {
        return Arrays.copyOfRange(manifest, section.start(), section.end());
    }

    private boolean equal(Map<String, byte[]> digests, byte[]... pieces) throws DamagedSignatureException {
        boolean strong = false;
        for (Map.Entry<String, byte[]> digest : digests.entrySet()) {
            if (!MessageDigest.isEqual(digest.getValue(), SignerCheck.digest(digest.getKey(), pieces))) {
                return false;
            }
            strong |= !Algorithms.isWeak(digest.getKey());
        }
        if (!strong) {
            weak.addAll(digests.keySet());
        }
        return true;
    }
}

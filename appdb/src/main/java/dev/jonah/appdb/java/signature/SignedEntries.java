package dev.jonah.appdb.java.signature;

import dev.jonah.appdb.java.format.Manifest;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds entries against the manifest, as far as a signature file vouches for what the manifest says of them. */
final class SignedEntries {
    private final byte[] manifest;
    private final Sections sections;
    private final List<SignatureFile> files;
    private final Set<String> weak;
    private long signed;
    private Entries changed = Entries.NONE;
    private Entries unsigned = Entries.NONE;
    private Entries missing = Entries.NONE;

    SignedEntries(byte[] manifest, Sections sections, List<SignatureFile> files, Set<String> weak) {
        this.manifest = manifest;
        this.sections = sections;
        this.files = files;
        this.weak = weak;
    }

    /** Bytes that are looked at for an entry beside its own. */
    long cost(String name) {
        long cost = 0;
        for (Section section = sections.named.get(name); section != null; section = section.next()) {
            cost += section.length();
        }
        return cost * (1 + files.size());
    }

    void entry(RawText raw, InputStream content) throws IOException {
        String name = raw.latin1();
        Section section = sections.named.get(name);
        boolean vouched = false;
        for (SignatureFile file : files) {
            Boolean agrees = file.agrees(name, section);
            if (Boolean.FALSE.equals(agrees)) {
                changed = changed.with(raw.toString());
                return;
            }
            vouched |= agrees != null;
        }
        Map<String, byte[]> expected = new LinkedHashMap<>();
        boolean agree = true;
        for (Section part = section; vouched && part != null; part = part.next()) {
            Manifest attributes = part.read(manifest);
            for (Map.Entry<String, byte[]> digest :
                    Digests.in(attributes, "-Digest").entrySet()) {
                byte[] other = expected.putIfAbsent(digest.getKey(), digest.getValue());
                agree &= other == null || MessageDigest.isEqual(other, digest.getValue());
            }
        }
        if (expected.isEmpty()) {
            unsigned = unsigned.with(raw.toString());
        } else if (agree && equal(expected, content)) {
            signed++;
        } else {
            changed = changed.with(raw.toString());
        }
    }

    private boolean equal(Map<String, byte[]> expected, InputStream content) throws IOException {
        Map<String, MessageDigest> digests = new LinkedHashMap<>();
        boolean strong = false;
        for (String algorithm : expected.keySet()) {
            strong |= !Algorithms.isWeak(algorithm);
            try {
                digests.put(algorithm, MessageDigest.getInstance(algorithm));
            } catch (GeneralSecurityException e) {
                throw new DamagedSignatureException("this Java has no " + algorithm, e);
            }
        }
        byte[] piece = new byte[1 << 13];
        for (int n; (n = content.read(piece)) >= 0; ) {
            for (MessageDigest digest : digests.values()) {
                digest.update(piece, 0, n);
            }
        }
        if (!strong) {
            weak.addAll(expected.keySet());
        }
        return digests.entrySet().stream()
                .allMatch(digest -> MessageDigest.isEqual(
                        expected.get(digest.getKey()), digest.getValue().digest()));
    }

    void missing(String name) {
        missing = missing.with(name);
    }

    ArchiveSignature result(List<Signer> signers, List<String> wrong, List<String> unread) {
        return new ArchiveSignature(signers, wrong, unread, signed, changed, unsigned, missing, weak);
    }
}

package dev.jonah.provenance;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.provenance.format.CertificateText;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that bundles are made from: those that packages install for that, and those that an administrator added
 * in the directories that are meant for it. The latter stay what they are, files that nobody explains, so that what was
 * added is seen there.
 */
final class CertificateInputs {
    private static final List<String> LOCAL = List.of(
            "/usr/local/share/ca-certificates",
            "/etc/pki/ca-trust/source/anchors",
            "/etc/pki/trust/anchors",
            "/etc/ca-certificates/trust-source/anchors");
    private static final FilePattern LOCAL_PLACES = FilePattern.below(LOCAL.toArray(String[]::new));
    private static final FilePattern PLACES = FilePattern.below(
                    "/usr/share/ca-certificates",
                    "/usr/share/pki",
                    "/etc/pki/ca-trust/source",
                    "/etc/pki/trust",
                    "/etc/ca-certificates/trust-source")
            .orBelow(LOCAL.toArray(String[]::new));

    private final Map<Digest, ImagePath> all = new HashMap<>();
    private final Map<Digest, ImagePath> trusted = new HashMap<>();

    private CertificateInputs() {}

    static CertificateInputs of(Books books) throws IOException {
        CertificateInputs inputs = new CertificateInputs();
        for (FileEntry file : (Iterable<FileEntry>) books.tree().matching(PLACES)::iterator) {
            byte[] bytes = isInput(file, books) ? books.bytes(file) : null;
            if (bytes != null) {
                inputs.add(bytes, file.path());
            }
        }
        return inputs;
    }

    static boolean isInput(FileEntry file, Books books) {
        return file.content() != null
                && PLACES.matches(file.path())
                && (books.isUnchanged(file.path()) || LOCAL_PLACES.matches(file.path()));
    }

    private void add(byte[] bytes, ImagePath path) {
        List<CertificateText.Item> items = CertificateText.read(bytes).certificates();
        if (items.isEmpty() && bytes.length > 0 && bytes[0] == 0x30) {
            items = List.of(new CertificateText.Item(RawText.of(bytes), false));
        }
        for (CertificateText.Item item : items) {
            Digest digest =
                    Digest.compute(Digest.Algorithm.SHA256, item.encoded().bytes());
            all.putIfAbsent(digest, path);
            if (!item.distrusted()) {
                trusted.putIfAbsent(digest, path);
            }
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Where a certificate comes from, or null. */
    @Nullable
    ImagePath origin(byte[] certificate, boolean evenDistrusted) {
        return (evenDistrusted ? all : trusted).get(Digest.compute(Digest.Algorithm.SHA256, certificate));
    }
}

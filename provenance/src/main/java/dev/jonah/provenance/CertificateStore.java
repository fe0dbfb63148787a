package dev.jonah.provenance;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.provenance.format.CertificateSubject;
import dev.jonah.provenance.format.CertificateText;
import dev.jonah.provenance.format.TrustStore;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains what update-ca-certificates and update-ca-trust make of the certificates of authorities, on any distribution:
 * bundles of PEM, stores of Java and of firmware, files with one certificate each, links to them, and links named after the
 * hash of their subject. Every certificate must be one of the {@link CertificateInputs}; one that is not is reported.
 */
public final class CertificateStore implements Explainer {
    private static final FilePattern PLACES = FilePattern.below(
                    "/etc/ssl/certs",
                    "/etc/pki/ca-trust/extracted",
                    "/etc/pki/tls/certs",
                    "/var/lib/ca-certificates",
                    "/etc/ca-certificates/extracted")
            .orPath("/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem", "/etc/pki/tls/cert.pem", "/etc/pki/java/cacerts");
    /** Java runtimes bring stores of their own; they are explained if they hold nothing else, and not reported. */
    private static final FilePattern RUNTIMES = FilePattern.named("cacerts", "jssecacerts");

    private static final LazyPattern HASH = LazyPattern.of("([0-9a-f]{8})\\.\\d{1,3}");
    private static final LazyPattern BUNDLE =
            LazyPattern.of("(?:cert|ca-certificates|ca-bundle|tls-ca-bundle|ca-bundle\\.trust"
                    + "|cacerts|java-cacerts)(?:\\.pem|\\.crt)?");

    /** Called by the service loader. */
    public CertificateStore() {}

    @Override
    public String id() {
        return "jonah.provenance.certificate-store";
    }

    @Override
    public FilePattern candidates() {
        return new FilePattern(java.util.stream.Stream.of(PLACES, RUNTIMES)
                .flatMap(p -> p.terms().stream())
                .toList());
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        CertificateInputs inputs = CertificateInputs.of(new Books(scan));
        if (!inputs.isEmpty()) {
            rules(inputs).explain(scan, out);
        }
    }

    private static Rules rules(CertificateInputs inputs) {
        return Rules.of(
                Rule.link("certificates.link", PLACES, (entry, books) -> link(entry, books, inputs)),
                Rule.derived("certificates.bundle", PLACES, (entry, books) -> bundle(entry, books, inputs, true)),
                Rule.derived("certificates.bundle", RUNTIMES, (entry, books) -> bundle(entry, books, inputs, false)));
    }

    private static @Nullable Finding bundle(FileEntry file, Books books, CertificateInputs inputs, boolean report)
            throws IOException {
        byte[] bytes = books.bytes(file);
        List<byte[]> certificates = bytes == null ? List.of() : certificates(bytes);
        boolean evenDistrusted = file.path().fileName().contains(".trust.");
        Set<ImagePath> origins = new TreeSet<>();
        List<byte[]> extra = new ArrayList<>();
        for (byte[] certificate : certificates) {
            ImagePath origin = inputs.origin(certificate, evenDistrusted);
            if (origin == null) {
                extra.add(certificate);
            } else {
                origins.add(origin);
            }
        }
        if (!extra.isEmpty() && !origins.isEmpty() && report) {
            String message = extra.size() + " of the " + certificates.size()
                    + " certificates are in none of the files that it is made from, such as " + name(extra.get(0));
            books.diagnostics().warning("certificates.extra", file.path(), message);
        }
        return certificates.isEmpty() || !extra.isEmpty()
                ? null
                : Finding.of(
                        "all of its " + certificates.size() + " certificates are in the " + origins.size()
                                + " files that it is made from",
                        origins);
    }

    /** All certificates of a file that holds nothing else; none if it is another kind of file. */
    private static List<byte[]> certificates(byte[] bytes) {
        CertificateText text = CertificateText.read(bytes);
        if (text.plain()) {
            return text.certificates().stream()
                    .map(item -> item.encoded().bytes())
                    .toList();
        }
        try {
            return TrustStore.read(bytes);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String name(byte[] certificate) {
        try {
            String name = CertificateSubject.of(certificate).name();
            return name == null ? "one without a name" : '"' + name + '"';
        } catch (IOException e) {
            return "one that is malformed";
        }
    }

    private static @Nullable Finding link(FileEntry link, Books books, CertificateInputs inputs) throws IOException {
        FileEntry file = books.tree().resolveFile(link.path()).orElse(null);
        boolean known = file != null
                && (books.isUnchanged(file.path())
                        || CertificateInputs.isInput(file, books)
                        || bundle(file, books, inputs, false) != null);
        return file != null && known && isNameOf(link.path().fileName(), file, books)
                ? Finding.of("link to " + file.path() + ", all certificates of which are accounted for", file.path())
                : null;
    }

    /** Whether the link is named as the tools do: after the file, after the hash of its subject, or as a bundle is. */
    private static boolean isNameOf(String link, FileEntry file, Books books) throws IOException {
        String name = file.path().fileName();
        String stem = name.replaceFirst("\\.(?:crt|pem|cer)$", "");
        String plain =
                stem.replace(' ', '_').replace(',', '_').replace('(', '=').replace(')', '=');
        if (link.equals(name) || link.equals(plain + ".pem") || link.equals("ca-cert-" + plain + ".pem")) {
            return true;
        }
        if (!HASH.matcher(link).matches()) {
            return BUNDLE.matcher(link).matches() && BUNDLE.matcher(name).matches();
        }
        byte[] bytes = books.bytes(file);
        List<CertificateText.Item> items =
                bytes == null ? List.of() : CertificateText.read(bytes).certificates();
        if (items.size() != 1) {
            return false;
        }
        try {
            CertificateSubject subject =
                    CertificateSubject.of(items.get(0).encoded().bytes());
            return link.startsWith(subject.hash() + ".") || link.startsWith(subject.oldHash() + ".");
        } catch (IOException e) {
            return false;
        }
    }
}

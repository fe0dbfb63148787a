package dev.jonah.sysdb.alpine;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Explains what update-ca-certificates writes to {@code /etc/ssl/certs}: links to single certificates, links named after
 * the hash of their subject, and the bundle, every certificate of which must be among those installed by packages or put
 * into {@code /usr/local/share/ca-certificates}.
 */
public final class CertificateStore implements Explainer {
    private static final String STORE = "/etc/ssl/certs";
    private static final String LOCAL = "/usr/local/share/ca-certificates";
    private static final ImagePath LOCAL_CERTIFICATES = ImagePath.of(LOCAL);
    private static final FilePattern INPUTS = FilePattern.below("/usr/share/ca-certificates", LOCAL);

    /** Called by the service loader. */
    public CertificateStore() {}

    @Override
    public String id() {
        return "jonah.sysdb.alpine.ca-certificates";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.below(STORE);
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        if (!scan.isInstalled("apk", "ca-certificates") && !scan.isInstalled("apk", "ca-certificates-bundle")) {
            return;
        }
        Owners owners = new Owners(scan);
        for (FileEntry entry : (Iterable<FileEntry>) scan.candidates()::iterator) {
            String name = entry.path().fileName();
            if (entry.type() == EntryType.SYMLINK) {
                FileEntry certificate = scan.tree().resolveFile(entry.path()).orElse(null);
                if (certificate != null && isInput(certificate, owners) && isNameOf(name, certificate)) {
                    String text = "link to the certificate " + certificate.path();
                    out.accept(derived(entry, new Evidence("apk.ca-link", text, List.of(certificate.path()))));
                }
            } else if (name.equals("ca-certificates.crt") && (entry.mode() & 07111) == 0) {
                bundle(entry, scan, owners, out);
            }
        }
    }

    private static void bundle(FileEntry bundle, Scan scan, Owners owners, Consumer<Explanation> out)
            throws IOException {
        byte[] bytes = Texts.bytes(bundle, scan.limits());
        Set<Digest> certificates = bytes == null ? null : Certificates.of(bytes);
        if (certificates == null) {
            return;
        }
        Set<Digest> missing = new HashSet<>(certificates);
        TreeSet<ImagePath> used = new TreeSet<>();
        List<FileEntry> inputs = scan.tree().matching(INPUTS).toList();
        for (FileEntry input : inputs) {
            byte[] pem = isInput(input, owners) ? Texts.bytes(input, scan.limits()) : null;
            Set<Digest> known = pem == null ? null : Certificates.of(pem);
            if (known != null && missing.removeAll(known)) {
                used.add(input.path());
            }
        }
        if (missing.isEmpty()) {
            String text = "all of its " + certificates.size() + " certificates are in the " + used.size()
                    + " files that it is made from";
            out.accept(derived(bundle, new Evidence("apk.ca-bundle", text, List.copyOf(used))));
        } else {
            String message = missing.size() + " of the " + certificates.size()
                    + " certificates are in none of the files that the bundle is made from";
            scan.diagnostics().warning("apk.ca-bundle.extra", bundle.path(), message);
        }
    }

    private static boolean isInput(FileEntry file, Owners owners) {
        return INPUTS.matches(file.path())
                && (owners.isUnchanged(file.path()) || file.path().startsWith(LOCAL_CERTIFICATES));
    }

    /** Whether the link is named as update-ca-certificates does: after the file, or as the hash of some subject. */
    private static boolean isNameOf(String link, FileEntry certificate) {
        String name = certificate.path().fileName();
        String stem = name.endsWith(".crt") ? name.substring(0, name.length() - 4) : name;
        String plain =
                stem.replace(' ', '_').replace(',', '_').replace('(', '=').replace(')', '=');
        return link.equals("ca-cert-" + plain + ".pem") || link.matches("[0-9a-f]{8}\\.[0-9]{1,2}");
    }

    private static Explanation derived(FileEntry entry, Evidence evidence) {
        return new Explanation(entry.path(), Verdict.DERIVED, evidence);
    }
}

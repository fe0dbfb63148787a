package dev.jonah.sysdb.rpm;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.TrustedKey;
import dev.jonah.sysdb.rpm.format.RpmPackage;
import dev.jonah.sysdb.rpm.format.RpmSignature;
import dev.jonah.sysdb.rpm.format.RpmTag;
import dev.jonah.sysdb.rpm.signature.Keyring;
import dev.jonah.sysdb.rpm.signature.KnownKey;
import dev.jonah.sysdb.rpm.signature.SignatureCheck;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one root: those that rpm trusts because they were imported, those that merely lie where repositories look
 * for them, and those of the caller. Files are read when the first signature is to be checked.
 */
final class Keys {
    private static final List<String> IMPORTED = List.of("usr/lib/sysimage/rpm/pubkeys", "var/lib/rpm/pubkeys");
    private static final List<String> FOUND = List.of("etc/pki/rpm-gpg", "usr/lib/rpm/gnupg/keys");
    private static final int MOST_FILES = 500;
    private static final int MOST_BYTES = 4 << 20;

    private final PackageScan scan;
    private final ImagePath root;
    private @Nullable Keyring keyring;
    private boolean filesRead;

    Keys(PackageScan scan, ImagePath root) {
        this.scan = scan;
        this.root = root;
    }

    /** Takes a key that rpm keeps as if it were a package. */
    void trust(RpmPackage pseudo, ImagePath database) {
        String name = pseudo.header() + " in " + database;
        RawText armoured = pseudo.header().text(RpmTag.DESCRIPTION);
        RawText encoded = pseudo.header().text(RpmTag.PUBKEYS);
        try {
            byte[] file = encoded != null
                    ? Base64.getMimeDecoder().decode(encoded.bytes())
                    : armoured == null ? new byte[0] : armoured.bytes();
            trust(file, name, database);
        } catch (IOException | IllegalArgumentException e) {
            scan.diagnostics().warning("rpm.key.unreadable", database, name + ": " + e.getMessage());
        }
    }

    /** Keys that rpm keeps as files; told whether or not anything is signed. */
    void trustFiles() {
        for (String directory : IMPORTED) {
            read(directory, true);
        }
    }

    SignatureCheck check(RpmSignature signature, byte[] signed) {
        if (!filesRead) {
            filesRead = true;
            FOUND.forEach(directory -> read(directory, false));
        }
        return keyring().check(signature.packet(), signed);
    }

    private void read(String directory, boolean imported) {
        FileEntry entry = scan.tree().resolve(root.resolve(directory)).orElse(null);
        List<FileEntry> files = entry == null ? List.of() : scan.tree().children(entry.path());
        for (FileEntry file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
            FileEntry target = scan.tree().resolveFile(file.path()).orElse(null);
            Content content = target == null ? null : target.content();
            if (content == null || content.size() > MOST_BYTES) {
                continue;
            }
            try {
                byte[] bytes = content.head(MOST_BYTES);
                if (imported) {
                    trust(bytes, file.path().toString(), file.path());
                } else {
                    add(bytes, file.path() + ", which was not imported", file.path());
                }
            } catch (IOException e) {
                scan.diagnostics().warning("rpm.key.unreadable", file.path(), "no public key: " + e.getMessage());
            }
        }
    }

    private void add(byte[] file, String origin, @Nullable ImagePath path) {
        try {
            keyring().add(file, origin);
        } catch (IOException e) {
            scan.diagnostics().warning("rpm.key.unreadable", path, origin + ": " + e.getMessage());
        }
    }

    private void trust(byte[] file, String origin, ImagePath foundAt) throws IOException {
        for (KnownKey key : keyring().add(file, origin)) {
            if (key.primary()) {
                scan.trusts(new TrustedKey(key.id(), key.fingerprint(), key.names(), key.created(), foundAt));
            }
        }
    }

    private Keyring keyring() {
        if (keyring == null) {
            keyring = new Keyring();
            // Before those of the image: whoever changed it could have put the same key there.
            for (RawText key : scan.publicKeys()) {
                add(key.bytes(), "given by the caller", null);
            }
        }
        return keyring;
    }
}

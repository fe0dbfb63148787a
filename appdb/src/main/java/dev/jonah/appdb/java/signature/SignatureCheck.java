package dev.jonah.appdb.java.signature;

import dev.jonah.appdb.java.zip.DamagedZipException;
import dev.jonah.appdb.java.zip.ZipArchive;
import dev.jonah.appdb.java.zip.ZipCursor;
import dev.jonah.appdb.java.zip.ZipEntryHead;
import dev.jonah.appdb.java.zip.ZipEntryStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Checks the signatures of one archive; reads each of its entries once. */
public final class SignatureCheck {
    private static final int LARGEST = 16 << 20;
    private static final int MOST_MESSAGES = 8;
    // A signature takes as long as reading so many bytes, if its key is of the largest.
    private static final int COST = 1 << 20;

    private final ZipArchive archive;
    private final LongPredicate allowance;
    private final List<Signer> signers = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final Set<String> weak = new TreeSet<>();
    private final List<SignatureFile> files = new ArrayList<>();

    /** {@code allowance} tells whether so many bytes more may be read. */
    public SignatureCheck(ZipArchive archive, LongPredicate allowance) {
        this.archive = archive;
        this.allowance = allowance;
    }

    /**
     * Checks all of it.
     *
     * @param manifest the entry {@code META-INF/MANIFEST.MF}, or null if there is none
     * @param related the {@linkplain SignatureNames#isOne entries of signatures}
     * @throws IOException if the archive cannot be read; what is damaged in it is part of the result
     */
    public ArchiveSignature run(@Nullable ZipEntryHead manifest, List<ZipEntryHead> related) throws IOException {
        SignedEntries entries = null;
        try {
            byte[] bytes = manifest == null ? new byte[0] : read(manifest);
            Sections sections = new Sections(bytes);
            for (ZipEntryHead file : related) {
                if (SignatureNames.isFile(file.name().latin1())) {
                    file(file, related, bytes, sections);
                }
            }
            entries = new SignedEntries(bytes, sections, files, weak);
            if (!signers.isEmpty()) {
                entries(entries);
            }
        } catch (DamagedSignatureException | DamagedZipException e) {
            note(unread, e.getMessage());
        }
        return entries == null || signers.isEmpty()
                ? new ArchiveSignature(signers, wrong, unread, 0, Entries.NONE, Entries.NONE, Entries.NONE, Set.of())
                : entries.result(signers, wrong, unread);
    }

    private void file(ZipEntryHead file, List<ZipEntryHead> related, byte[] manifest, Sections sections)
            throws IOException {
        String stem = SignatureNames.stem(file.name().latin1());
        byte[] content = read(file);
        boolean signed = false;
        for (ZipEntryHead block : related) {
            String name = block.name().latin1();
            if (SignatureNames.isBlock(name) && SignatureNames.stem(name).equals(stem)) {
                signed |= block(block, content);
            }
        }
        if (!signed) {
            if (wrong.isEmpty() && unread.isEmpty()) {
                note(unread, file.name() + " has no signature");
            }
            return;
        }
        SignatureFile read = new SignatureFile(content, manifest, weak);
        if (!read.hasMainAttributes(sections)) {
            note(wrong, "the main section of the manifest differs from what " + file.name() + " signs");
        }
        files.add(read);
    }

    /** Whether somebody signed the content by this block. */
    private boolean block(ZipEntryHead block, byte[] content) throws IOException {
        boolean signed = false;
        try {
            SignedMessage message = SignedMessage.read(read(block));
            if (message.signers().isEmpty()) {
                note(unread, block.name() + " has no signer");
            }
            for (SignerInfo info : message.signers()) {
                if (!allowance.test(COST)) {
                    throw new DamagedSignatureException("there are too many signatures");
                }
                SignerCheck check = new SignerCheck(message, info);
                X509Certificate certificate = check.certificate();
                String problem = check.problem(certificate, content);
                if (problem != null) {
                    note(wrong, "the signature " + block.name() + " is wrong: " + problem);
                    continue;
                }
                if (Algorithms.isWeak(info.algorithm())) {
                    weak.add(info.algorithm());
                }
                signers.add(signer(block, info, certificate));
                signed = true;
            }
        } catch (DamagedSignatureException | DamagedZipException e) {
            note(unread, block.name() + ": " + e.getMessage());
        }
        return signed;
    }

    private Signer signer(ZipEntryHead block, SignerInfo info, X509Certificate certificate) {
        byte[] token = info.timestamp();
        Timestamp timestamp = null;
        try {
            timestamp = token == null ? null : Timestamp.read(token, info.signature());
        } catch (DamagedSignatureException e) {
            note(unread, block.name() + ": " + e.getMessage());
        }
        return new Signer(
                block.name().toString(),
                certificate,
                info.algorithm(),
                timestamp == null ? null : timestamp.time(),
                timestamp == null ? null : timestamp.authority());
    }

    private void entries(SignedEntries entries) throws IOException {
        Set<String> left = new HashSet<>();
        files.forEach(file -> left.addAll(file.names()));
        ZipCursor cursor = archive.entries();
        for (ZipEntryHead entry; (entry = cursor.next()) != null; ) {
            String name = entry.name().latin1();
            left.remove(name);
            if (entry.isDirectory() || SignatureNames.isExempt(name)) {
                continue;
            }
            if (!allowance.test(entries.cost(name) + entry.size())) {
                note(unread, "there is too much in it");
                return;
            }
            try (ZipEntryStream in = archive.open(entry)) {
                entries.entry(entry.name(), in);
            } catch (DamagedZipException e) {
                note(unread, entry.name() + ": " + e.getMessage());
            }
        }
        left.removeIf(name -> name.endsWith("/") || SignatureNames.isExempt(name));
        new TreeSet<>(left).forEach(entries::missing);
    }

    private byte[] read(ZipEntryHead entry) throws IOException {
        if (entry.size() > LARGEST || !allowance.test(entry.size())) {
            throw new DamagedSignatureException(entry.name() + " is too large");
        }
        try (ZipEntryStream in = archive.open(entry)) {
            return in.readAllBytes();
        } catch (DamagedZipException e) {
            throw new DamagedSignatureException(entry.name() + ": " + e.getMessage(), e);
        }
    }

    private static void note(List<String> to, @Nullable String message) {
        if (to.size() < MOST_MESSAGES) {
            to.add(String.valueOf(message));
        }
    }
}

package dev.jonah.appdb.java;

import dev.jonah.appdb.java.zip.DamagedZipException;
import dev.jonah.appdb.java.zip.ZipArchive;
import dev.jonah.appdb.java.zip.ZipEntryHead;
import dev.jonah.appdb.java.zip.ZipEntryStream;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.image.Blob;
import dev.jonah.value.ImagePath;
import java.io.IOException;

/** An archive inside another: a slice of it, or unpacked into memory. */
final class NestedArchive {
    private final ArchiveReader reader;
    private final ImagePath file;
    private final Budget budget;
    private final Diagnostics diagnostics;
    private final ZipArchive outer;
    private final ZipEntryHead entry;
    private final String shown;

    NestedArchive(ArchiveReader reader, ZipArchive outer, ZipEntryHead entry, String shown) {
        this.reader = reader;
        this.file = reader.file;
        this.budget = reader.budget;
        this.diagnostics = reader.diagnostics;
        this.outer = outer;
        this.entry = entry;
        this.shown = shown;
    }

    void read(int depth) throws IOException {
        if (depth > Budget.DEPTH) {
            reader.limit(shown + " is unread: it lies in " + depth + " other archives");
        } else if (!budget.takeArchive()) {
            reader.limit(shown + " is unread: there are too many archives in " + file);
        } else if (!budget.takeBytes(entry.size())) {
            reader.limit(shown + " is unread: too much was read of " + file + " already");
        } else if (entry.method() == ZipEntryHead.STORED && !entry.isEncrypted()) {
            stored(depth);
        } else {
            unpacked(depth);
        }
    }

    private void stored(int depth) throws IOException {
        ArchiveFacts facts = new ArchiveFacts(shown);
        Blob slice = outer.data(entry);
        try (ZipEntryStream in = outer.open(entry)) {
            facts.sha1 = Checksums.sha1(in);
            complain(in);
        }
        reader.read(slice, facts, depth);
    }

    private void unpacked(int depth) throws IOException {
        ArchiveFacts facts = new ArchiveFacts(shown);
        // Deflate makes at most 1032 bytes of one; a larger stated size is a lie, and none is reserved for it.
        long memory = Math.min(entry.size(), entry.compressedSize() * 1032 + 1032);
        try (ZipEntryStream in = outer.open(entry)) {
            if (!budget.takeMemory(memory)) {
                facts.sha1 = Checksums.sha1(in);
                reader.limit(shown + " is not looked into: it is too large to be unpacked");
                reader.out.accept(facts);
                return;
            }
            try {
                byte[] bytes = in.readNBytes((int) memory);
                if (in.read() >= 0) {
                    throw new DamagedZipException("it unpacks to more than it can");
                }
                complain(in);
                facts.sha1 = Checksums.sha1(bytes);
                reader.read(new MemoryBytes(bytes), facts, depth);
            } finally {
                budget.giveBack(memory);
            }
        }
    }

    private void complain(ZipEntryStream in) {
        if (in.damage() != null) {
            diagnostics.warning("java.entry-damaged", file, shown + " is damaged: " + in.damage());
        }
    }
}

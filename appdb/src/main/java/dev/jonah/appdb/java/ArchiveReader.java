package dev.jonah.appdb.java;

import dev.jonah.appdb.java.zip.DamagedZipException;
import dev.jonah.appdb.java.zip.ZipArchive;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.image.Blob;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads one archive of an image and those nested in it, each in one pass over its directory. */
final class ArchiveReader {
    final ImagePath file;
    final Budget budget;
    final Diagnostics diagnostics;
    final Consumer<ArchiveFacts> out;

    ArchiveReader(ImagePath file, Budget budget, Diagnostics diagnostics, Consumer<ArchiveFacts> out) {
        this.file = file;
        this.budget = budget;
        this.diagnostics = diagnostics;
        this.out = out;
    }

    /** Hands over what is known of the archive after that of the archives in it. */
    void read(Blob bytes, ArchiveFacts facts, int depth) throws IOException {
        try {
            ZipArchive archive = ZipArchive.in(bytes);
            new ArchivePass(this, archive, facts, depth).run();
        } catch (DamagedZipException e) {
            String code = depth == 0 && facts.entries == 0 ? "java.no-archive" : "java.archive";
            diagnostics.warning(code, file, facts.path + " is damaged or no archive: " + e.getMessage());
        }
        out.accept(facts);
    }

    void limit(String message) {
        diagnostics.error("java.archive-limit", file, message);
    }
}

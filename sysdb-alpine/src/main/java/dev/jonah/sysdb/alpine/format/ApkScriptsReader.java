package dev.jonah.sysdb.alpine.format;

import dev.jonah.diagnostic.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.jspecify.annotations.Nullable;

/** Reads {@code lib/apk/db/scripts.tar} and {@code scripts.tar.gz}, the scripts of the installed packages. */
public final class ApkScriptsReader {
    private ApkScriptsReader() {}

    /**
     * What an archive holds.
     *
     * @param scripts the entries in order; those whose name is not as apk gives it are not {@link ApkScript#isWellFormed()}
     * @param failure why the archive cannot be read further, or null; scripts before that are kept
     */
    public record Scripts(List<ApkScript> scripts, @Nullable String failure) {
        /** Copies the list. */
        public Scripts {
            scripts = List.copyOf(scripts);
        }
    }

    /** Reads {@code in}, compressed by gzip or not, as far as it can be read and within the limits; does not close it. */
    public static Scripts readAll(InputStream in, Limits limits) {
        List<ApkScript> scripts = new ArrayList<>();
        try {
            BoundedTar tar = new BoundedTar(decompressed(in), limits);
            TarArchiveEntry entry;
            while ((entry = tar.next()) != null) {
                // apk passes over everything else too; a name that is kept makes it visible.
                scripts.add(
                        entry.isFile() && !entry.isLink()
                                ? ApkScript.of(entry.getName(), entry.getSize())
                                : new ApkScript(entry.getName(), null, null, null, entry.getSize()));
            }
            return new Scripts(scripts, null);
        } catch (IOException e) {
            String message = e.getMessage();
            return new Scripts(scripts, message == null ? e.getClass().getSimpleName() : message);
        }
    }

    /** {@code in}, or what comes out of it if it begins as gzip does; several gzip members are one stream. */
    static InputStream decompressed(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        int magic = buffered.read() | buffered.read() << 8;
        buffered.reset();
        return magic == GZIPInputStream.GZIP_MAGIC ? new GZIPInputStream(buffered) : buffered;
    }
}

package dev.jonah.appdb.python;

import dev.jonah.appdb.java.zip.DamagedZipException;
import dev.jonah.appdb.java.zip.ZipArchive;
import dev.jonah.appdb.java.zip.ZipCursor;
import dev.jonah.appdb.java.zip.ZipEntryHead;
import dev.jonah.appdb.java.zip.ZipEntryStream;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files in a zip archive by name. One name twice, or more files than any distribution has, make it unreadable. */
final class ZippedEntries {
    private static final int MOST = 200_000;

    private final ZipArchive archive;
    private final Map<RawText, ZipEntryHead> files = new LinkedHashMap<>();

    private ZippedEntries(ZipArchive archive) {
        this.archive = archive;
    }

    /**
     * Those of the archive in {@code channel}, which stays the caller's to close.
     *
     * @throws DamagedZipException if it is no such archive
     */
    static ZippedEntries of(SeekableByteChannel channel) throws IOException {
        ZippedEntries entries = new ZippedEntries(ZipArchive.in(channel));
        ZipCursor cursor = entries.archive.entries();
        ZipEntryHead entry;
        while ((entry = cursor.next()) != null) {
            if (entry.isDirectory()) {
                continue;
            }
            if (entries.files.size() == MOST) {
                throw new DamagedZipException("it has more than " + MOST + " entries");
            }
            if (entries.files.put(entry.name(), entry) != null) {
                throw new DamagedZipException("it has two entries " + entry.name());
            }
        }
        return entries;
    }

    /** All by name, in the order of the archive. */
    Map<RawText, ZipEntryHead> files() {
        return files;
    }

    @Nullable
    ZipEntryHead find(String name) {
        return files.get(RawText.of(name));
    }

    /** The content of an entry; close it. */
    ZipEntryStream open(ZipEntryHead entry) throws IOException {
        return archive.open(entry);
    }
}

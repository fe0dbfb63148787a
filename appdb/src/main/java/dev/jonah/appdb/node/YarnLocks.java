package dev.jonah.appdb.node;

import dev.jonah.appdb.node.format.YarnLockReader;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Map;

/** What {@code yarn.lock} of Yarn 2 and newer records of the archives that Yarn made. */
final class YarnLocks {
    private record Key(ImagePath lock) {}

    private YarnLocks() {}

    /** The checksums of a lock file by what Yarn calls the packages; none if it is not there or cannot be read. */
    static Map<String, String> checksums(ImagePath lock, PackageScan scan) throws IOException {
        return scan.once(new Key(lock), () -> read(lock, scan.tree(), scan.limits(), scan.diagnostics()));
    }

    /** As above, read anew. What cannot be read is reported, and nothing is compared with it. */
    static Map<String, String> read(ImagePath lock, FileTree tree, Limits limits, Diagnostics diagnostics)
            throws IOException {
        Content content = tree.resolveFile(lock).map(FileEntry::content).orElse(null);
        if (content == null) {
            return Map.of();
        }
        try {
            limits.check(Limits.Name.PARSER_BYTES, content.size(), lock.toString());
            return YarnLockReader.read(content.open(), limits);
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            diagnostics.warning(
                    "yarn.lock.checksums", lock, "the checksums of " + lock + " were not read: " + e.getMessage());
            return Map.of();
        }
    }
}

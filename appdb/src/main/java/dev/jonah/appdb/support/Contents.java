package dev.jonah.appdb.support;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Contents of the files by which packages are found; what keeps them from being read becomes a diagnostic. */
public final class Contents {
    private Contents() {}

    /** Reads one content. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads {@code in} and closes it.
         *
         * @throws IOException if it cannot be read
         */
        T read(InputStream in) throws IOException;
    }

    /** The content of a file; null, and an error of this code, if a damaged layer has lost it. */
    public static @Nullable Content of(FileEntry file, String lost, PackageScan scan) {
        Content content = file.content();
        if (content == null) {
            scan.diagnostics().error(lost, file.path(), file.path() + " has lost its bytes");
        }
        return content;
    }

    /**
     * What a file says; null, and an error, if its bytes are lost or it is beyond the limits.
     *
     * @param lost code for the one
     * @param limit code for the other
     * @throws IOException if the reader throws another one
     */
    public static <T> @Nullable T read(FileEntry file, String lost, String limit, PackageScan scan, Reader<T> reader)
            throws IOException {
        Content content = of(file, lost, scan);
        try {
            return content == null ? null : reader.read(content.open());
        } catch (LimitExceededException e) {
            scan.diagnostics().error(limit, file.path(), file.path() + " was not read: " + e.getMessage());
            return null;
        }
    }
}

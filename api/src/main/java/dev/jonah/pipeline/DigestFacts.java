package dev.jonah.pipeline;

import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.util.List;

/**
 * Checksums that were asked for.
 *
 * @param files by path
 */
public record DigestFacts(List<FileDigests> files) {
    /**
     * The checksums of one file.
     *
     * @param path the entry
     * @param digests in the order asked for
     */
    public record FileDigests(ImagePath path, List<Digest> digests) {
        /** Copies the list. */
        public FileDigests {
            digests = List.copyOf(digests);
        }
    }

    /** Copies the list. */
    public DigestFacts {
        files = List.copyOf(files);
    }
}

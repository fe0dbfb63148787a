package dev.jonah.sysdb.debian.format;

import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path that Chisel made.
 *
 * @param path as written; directories end with a slash
 * @param mode permission bits, or null
 * @param slices names of the slices that have it
 * @param digest checksum of the content in the package, or null
 * @param finalDigest checksum of the content after scripts of slices changed it, or null
 * @param size bytes of the content as it should be now, or null
 * @param link target of a symbolic link, or null
 * @param inode equal for names of one file, or null
 */
public record ChiselPath(
        RawText path,
        @Nullable Integer mode,
        List<String> slices,
        @Nullable Digest digest,
        @Nullable Digest finalDigest,
        @Nullable Long size,
        @Nullable RawText link,
        @Nullable Long inode) {
    /** Copies the list. */
    public ChiselPath {
        slices = List.copyOf(slices);
    }

    /** Whether it is a directory. */
    public boolean isDirectory() {
        return path.latin1().endsWith("/");
    }

    /** The checksum that the content should have now; null where none is recorded. */
    public @Nullable Digest expected() {
        return finalDigest != null ? finalDigest : digest;
    }
}

package dev.jonah.sysdb.alpine.format;

import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import org.jspecify.annotations.Nullable;

/**
 * A line {@code R:}: a file, symbolic link or device; the format does not tell which.
 *
 * @param directory path of the directory, relative to the root; empty for the root itself
 * @param name name in the directory
 * @param acl owner and mode, {@link ApkAcl#OF_FILES} where no line says; null if that line is malformed
 * @param checksum of the content, or of the target if it is a symbolic link; null if none is recorded or it is malformed
 */
public record ApkFile(
        RawText directory,
        RawText name,
        @Nullable ApkAcl acl,
        @Nullable Digest checksum) {
    private static final RawText SLASH = RawText.of("/");

    /** Directory and name, relative to the root. */
    public RawText path() {
        return directory.isEmpty() ? name : directory.plus(SLASH).plus(name);
    }
}

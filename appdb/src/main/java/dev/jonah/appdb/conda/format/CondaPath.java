package dev.jonah.appdb.conda.format;

import org.jspecify.annotations.Nullable;

/**
 * One path of {@code paths_data}; each value as written.
 *
 * @param path relative to the environment
 * @param type {@code hardlink}, {@code softlink}, {@code directory}, {@code pyc_file}, {@code unix_python_entry_point}, …;
 *     null if it is not told
 * @param sha256 of the file in the package, or null
 * @param sha256InPrefix of what was installed, or null; what it means for a link differs between installers
 * @param size bytes of the file in the package, or null
 * @param prefixPlaceholder what stood in the file for the path of the environment, or null
 * @param fileMode how it was replaced: {@code text}, {@code binary}; or null
 * @param noLink whether the package wants it copied
 */
public record CondaPath(
        String path,
        @Nullable String type,
        @Nullable String sha256,
        @Nullable String sha256InPrefix,
        @Nullable Long size,
        @Nullable String prefixPlaceholder,
        @Nullable String fileMode,
        boolean noLink) {
    /** Whether it was installed as a symbolic link. */
    public boolean isLink() {
        return "softlink".equals(type);
    }
}

package dev.jonah.appdb.php.format;

import dev.jonah.value.RawText;
import org.jspecify.annotations.Nullable;

/**
 * A file in PEAR's record of a package.
 *
 * @param name as in the package
 * @param role what it is: {@code php}, {@code doc}, {@code test}, {@code data}, {@code script}, {@code ext}, {@code src}; or
 *     null
 * @param md5 checksum of the file in the package, as written; or null
 * @param installedAs absolute path, or null if it was not installed
 * @param changed whether PEAR replaces text in it when it installs it
 */
public record PearFile(
        RawText name,
        @Nullable String role,
        @Nullable String md5,
        @Nullable RawText installedAs,
        boolean changed) {}

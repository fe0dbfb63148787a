package dev.jonah.appdb.golang.format;

import org.jspecify.annotations.Nullable;

/**
 * A module as build information names it.
 *
 * @param path import path of the module, its case kept
 * @param version {@code v1.2.3}, {@code (devel)}, or empty
 * @param sum checksum of the module's files, {@code h1:…}; empty for the main module and what is replaced
 * @param replacement what was compiled in its place, or null
 */
public record GoModule(
        String path, String version, String sum, @Nullable GoModule replacement) {
    /** Whether the version is one that others know. */
    public boolean isReleased() {
        return !version.isEmpty() && !version.equals("(devel)");
    }

    /** Whether the path is a directory of the builder's machine, as only a replacement's may be. */
    public boolean isDirectory() {
        return path.startsWith("./")
                || path.startsWith("../")
                || path.startsWith("/")
                || path.matches("[A-Za-z]:[\\\\/].*");
    }
}

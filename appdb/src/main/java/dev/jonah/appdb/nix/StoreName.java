package dev.jonah.appdb.nix;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of a path of a store (Nix manual, "Store path" and "builtins.parseDrvName"): 32 characters of a hash, a
 * hyphen, the name of the package, and mostly its version and the name of the output.
 *
 * @param hash in the alphabet of Nix
 * @param name of the package
 * @param version or null
 * @param output which part of the package it is, {@code dev}; null for the whole or the main part
 */
record StoreName(
        String hash,
        String name,
        @Nullable String version,
        @Nullable String output) {
    private static final int HASH = 32;
    private static final String ALPHABET = "0123456789abcdfghijklmnpqrsvwxyz";
    private static final Set<String> OUTPUTS = Set.of(
            "bin",
            "data",
            "debug",
            "dev",
            "devdoc",
            "dist",
            "doc",
            "info",
            "lib",
            "libgcc",
            "man",
            "static",
            "terminfo");

    /** Null if it is the name of something else, as are recipes and locks. */
    static @Nullable StoreName parse(String fileName) {
        if (fileName.length() < HASH + 2 || fileName.charAt(HASH) != '-') {
            return null;
        }
        for (int i = 0; i < HASH; i++) {
            if (ALPHABET.indexOf(fileName.charAt(i)) < 0) {
                return null;
            }
        }
        String rest = fileName.substring(HASH + 1);
        if (rest.endsWith(".drv") || rest.endsWith(".lock") || rest.endsWith(".chroot") || rest.endsWith(".check")) {
            return null;
        }
        String output = null;
        int last = rest.lastIndexOf('-');
        if (last > 0 && OUTPUTS.contains(rest.substring(last + 1))) {
            output = rest.substring(last + 1);
            rest = rest.substring(0, last);
        }
        int version = version(rest);
        String hash = fileName.substring(0, HASH);
        return version < 0
                ? new StoreName(hash, rest, null, output)
                : new StoreName(hash, rest.substring(0, version), rest.substring(version + 1), output);
    }

    /** The first hyphen that no letter follows, or -1. */
    private static int version(String text) {
        for (int i = text.indexOf('-', 1); i >= 0 && i + 1 < text.length(); i = text.indexOf('-', i + 1)) {
            if (!Character.isLetter(text.charAt(i + 1))) {
                return i;
            }
        }
        return -1;
    }
}

package dev.jonah.appdb.java;

import java.util.List;
import java.util.Locale;

/** Which files are taken for Java archives. */
final class ArchiveKinds {
    /** With the dot; lower case. */
    static final List<String> SUFFIXES = List.of(
            ".jar", ".war", ".ear", ".par", ".sar", ".nar", ".jpi", ".hpi", ".kar", ".far", ".rar", ".lpkg", ".aar",
            ".jmod");

    /** Names that other formats have too: what is no zip archive is no Java archive then, and nothing is wrong. */
    private static final List<String> SHARED = List.of(".par", ".sar", ".nar", ".kar", ".far", ".rar", ".aar");

    private ArchiveKinds() {}

    static boolean isOne(String name) {
        String suffix = suffix(name);
        return SUFFIXES.contains(suffix);
    }

    static boolean isShared(String name) {
        return SHARED.contains(suffix(name));
    }

    /** The extension with its dot, in lower case; empty if there is none. */
    static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    }

    /** The last part of an entry's name. */
    static String lastPart(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1);
    }
}

package dev.jonah.sysdb.debian.format;

import org.jspecify.annotations.Nullable;

/**
 * The field {@code Status}: what is wanted of a package, whether something is wrong with it, and how far its installation
 * is. Words that dpkg does not know are kept.
 *
 * @param want {@code unknown}, {@code install}, {@code hold}, {@code deinstall} or {@code purge}
 * @param flag {@code ok} or {@code reinstreq}; opkg has others
 * @param state {@code not-installed}, {@code config-files}, {@code half-installed}, {@code unpacked}, {@code
 *     half-configured}, {@code triggers-awaited}, {@code triggers-pending} or {@code installed}; of opkg {@code
 *     post-inst-failed} and {@code removal-failed} too
 */
public record PackageStatus(String want, String flag, String state) {
    /** Reads three words; null if there are others or none. */
    public static @Nullable PackageStatus parse(String text) {
        String[] words = text.strip().split("\\s+");
        return words.length == 3 ? new PackageStatus(words[0], words[1], words[2]) : null;
    }

    /**
     * Whether files of the package are there, if only in part ({@code half-installed}). The third word alone tells: what
     * is wanted has not happened yet.
     */
    public boolean hasFiles() {
        return isUnpacked() || state.equals("half-installed");
    }

    /** Whether all its files are there, configured or not. */
    public boolean isUnpacked() {
        return switch (state) {
            case "unpacked",
                    "half-configured",
                    "triggers-awaited",
                    "triggers-pending",
                    "installed",
                    "post-inst-failed",
                    "removal-failed" -> true;
            default -> false;
        };
    }

    /** Whether the state is one that dpkg knows. */
    public boolean isKnown() {
        return hasFiles() || state.equals("not-installed") || state.equals("config-files");
    }

    /** The three words. */
    @Override
    public String toString() {
        return want + " " + flag + " " + state;
    }
}

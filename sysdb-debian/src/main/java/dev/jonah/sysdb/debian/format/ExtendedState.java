package dev.jonah.sysdb.debian.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What apt remembers of a package in {@code /var/lib/apt/extended_states}.
 *
 * @param name of the package
 * @param architecture of the package, or null in files of old versions
 * @param automatic whether it was installed because others need it
 */
public record ExtendedState(String name, @Nullable String architecture, boolean automatic) {
    /** Reads a stanza of the file; null if it names no package. */
    public static @Nullable ExtendedState of(DpkgPackage stanza) {
        String name = stanza.name();
        String automatic = stanza.text("Auto-Installed");
        return name == null
                ? null
                : new ExtendedState(name, stanza.architecture(), automatic != null && isTrue(automatic));
    }

    private static boolean isTrue(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "yes", "true" -> true;
            default -> false;
        };
    }
}

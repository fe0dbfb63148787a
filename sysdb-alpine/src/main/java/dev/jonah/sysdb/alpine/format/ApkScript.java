package dev.jonah.sysdb.alpine.format;

import dev.jonah.value.Digest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code scripts.tar}, whose name is {@code NAME-VERSION.IDENTITY.ACTION}.
 *
 * @param entry name of the entry as the archive has it
 * @param nameAndVersion the part before the last two dots, or null if the name is not of that form
 * @param identity the {@code C} of the package, or null if the name is not of that form
 * @param action one of {@link #ACTIONS}, or null if the name is not of that form
 * @param size bytes of the script
 */
public record ApkScript(
        String entry,
        @Nullable String nameAndVersion,
        @Nullable Digest identity,
        @Nullable String action,
        long size) {
    /** What scripts are run for. */
    public static final Set<String> ACTIONS = Set.of(
            "pre-install", "post-install", "pre-deinstall", "post-deinstall", "pre-upgrade", "post-upgrade", "trigger");

    /** Splits the name of an entry from the right, since names and versions hold dots. */
    public static ApkScript of(String entry, long size) {
        int beforeAction = entry.lastIndexOf('.');
        int beforeIdentity = entry.lastIndexOf('.', beforeAction - 1);
        if (beforeIdentity > 0) {
            String action = entry.substring(beforeAction + 1);
            Digest identity = ApkChecksum.parse(entry.substring(beforeIdentity + 1, beforeAction));
            if (identity != null && ACTIONS.contains(action)) {
                return new ApkScript(entry, entry.substring(0, beforeIdentity), identity, action, size);
            }
        }
        return new ApkScript(entry, null, null, null, size);
    }

    /** Whether the name has the form that apk gives it. */
    public boolean isWellFormed() {
        return action != null;
    }
}

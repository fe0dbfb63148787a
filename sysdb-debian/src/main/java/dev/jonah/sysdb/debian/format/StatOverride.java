package dev.jonah.sysdb.debian.format;

import dev.jonah.value.RawText;
import org.jspecify.annotations.Nullable;

/**
 * Owner and mode that somebody set instead of a package's (dpkg-statoverride(1)).
 *
 * @param user name of the owner, or {@code #} and a number
 * @param group name of the group, or {@code #} and a number
 * @param mode permission bits, at most {@code 07777}
 * @param path as written
 */
public record StatOverride(String user, String group, int mode, RawText path) {
    /** The number of the owner where it is written as one, else null. */
    public @Nullable Long uid() {
        return number(user);
    }

    /** The number of the group where it is written as one, else null. */
    public @Nullable Long gid() {
        return number(group);
    }

    static @Nullable Long number(String word) {
        try {
            return word.startsWith("#") ? Long.valueOf(word.substring(1)) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

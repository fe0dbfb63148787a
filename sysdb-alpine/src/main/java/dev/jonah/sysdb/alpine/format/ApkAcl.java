package dev.jonah.sysdb.alpine.format;

import dev.jonah.value.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Owner and mode of a directory or file, as the lines {@code M:} and {@code a:} have them.
 *
 * @param uid numeric owner
 * @param gid numeric group
 * @param mode permission bits with set-id and sticky bits, {@code 07777}
 * @param attributes checksum over all extended attributes as {@link ApkAttributes} computes it, or null if there are none
 */
public record ApkAcl(long uid, long gid, int mode, @Nullable Digest attributes) {
    /** What a directory has without an {@code M:} line. */
    public static final ApkAcl OF_DIRECTORIES = new ApkAcl(0, 0, 0755, null);

    /** What a file has without an {@code a:} line. */
    public static final ApkAcl OF_FILES = new ApkAcl(0, 0, 0644, null);

    /** Reads {@code uid:gid:octal-mode[:checksum]}; null if the text is nothing of the kind. */
    public static @Nullable ApkAcl parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3 && parts.length != 4) {
            return null;
        }
        Digest attributes = parts.length == 4 ? ApkChecksum.parse(parts[3]) : null;
        if (parts.length == 4 && attributes == null || !isNumber(parts[0]) || !isNumber(parts[1])) {
            return null;
        }
        if (!isDigits(parts[2], 7, '7')) {
            return null;
        }
        int mode = Integer.parseInt(parts[2], 8) & 07777;
        return new ApkAcl(Long.parseLong(parts[0]), Long.parseLong(parts[1]), mode, attributes);
    }

    private static boolean isNumber(String text) {
        return isDigits(text, 10, '9');
    }

    private static boolean isDigits(String text, int most, char highest) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > highest) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= most;
    }
}

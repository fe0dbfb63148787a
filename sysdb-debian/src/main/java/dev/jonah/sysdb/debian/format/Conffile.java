package dev.jonah.sysdb.debian.format;

import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file of a package (deb-conffiles(5)), as the field {@code Conffiles} or a file {@code *.conffiles} has
 * it.
 *
 * @param path as written
 * @param hash what stands for the content that the package shipped: mostly an MD5, else {@code newconffile}, {@code
 *     nonexistent} or {@code -}; null where only the name is recorded
 * @param obsolete whether the present version of the package has it no more
 * @param removeOnUpgrade whether the package wants it removed
 */
public record Conffile(RawText path, @Nullable String hash, boolean obsolete, boolean removeOnUpgrade) {
    private static final String OBSOLETE = " obsolete";
    private static final String REMOVE = " remove-on-upgrade";

    /** The hash as a checksum of the shipped content, or null if it is none. */
    public @Nullable Digest digest() {
        return hash == null ? null : Digests.ofHex(hash.toLowerCase(Locale.ROOT));
    }

    /**
     * Reads a line of the field: path, hash and flags. It is read from its end, since paths may hold blanks.
     *
     * @return null if there is no absolute path or no hash
     */
    static @Nullable Conffile ofField(String line) {
        String rest = line.strip();
        boolean obsolete = false;
        boolean remove = false;
        while (true) {
            if (rest.endsWith(OBSOLETE)) {
                obsolete = true;
                rest = rest.substring(0, rest.length() - OBSOLETE.length()).stripTrailing();
            } else if (rest.endsWith(REMOVE)) {
                remove = true;
                rest = rest.substring(0, rest.length() - REMOVE.length()).stripTrailing();
            } else {
                break;
            }
        }
        int blank = rest.lastIndexOf(' ');
        String path = blank < 0 ? "" : rest.substring(0, blank).stripTrailing();
        return path.startsWith("/")
                ? new Conffile(RawText.ofLatin1(path), rest.substring(blank + 1), obsolete, remove)
                : null;
    }
}

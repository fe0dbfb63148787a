package dev.jonah.packages;

import dev.jonah.value.ImagePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public key that the image's package manager trusts. It is no package, although some databases keep it as one.
 *
 * @param id how the package manager names it: the last 16 digits of an OpenPGP fingerprint, the name of an apk key
 * @param fingerprint of the whole key in lower-case hexadecimal, or null if it is not known
 * @param names whom it says to belong to; may be empty
 * @param created seconds since 1970, or null
 * @param foundAt the file of the image that holds it
 */
public record TrustedKey(
        String id,
        @Nullable String fingerprint,
        List<String> names,
        @Nullable Long created,
        ImagePath foundAt) {
    /** Copies the list. */
    public TrustedKey {
        names = List.copyOf(names);
    }
}

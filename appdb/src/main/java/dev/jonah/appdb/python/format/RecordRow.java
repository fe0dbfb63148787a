package dev.jonah.appdb.python.format;

import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of a RECORD file.
 *
 * @param path as written: relative to the directory that holds the {@code .dist-info} directory, or absolute
 * @param hash as written: {@code sha256=} and the digest in Base64 for URLs without padding, or in hexadecimal as early
 *     builders of wheels had it; empty if there is none
 * @param size as written: decimal bytes; empty if there is none
 * @param line number of the line on which the row ends, from 1
 */
public record RecordRow(RawText path, String hash, String size, long line) {
    /** The digest; null if there is none, its algorithm is not one of {@link Digest.Algorithm}, or it is malformed. */
    public @Nullable Digest digest() {
        int equals = hash.indexOf('=');
        Digest.Algorithm algorithm = equals < 0 ? null : Digest.Algorithm.byId(algorithmName());
        if (algorithm == null) {
            return null;
        }
        String text = hash.substring(equals + 1);
        if (text.length() == 2 * algorithm.length()) {
            return Digest.parse(algorithm.id() + ":" + text.toLowerCase(Locale.ROOT));
        }
        try {
            byte[] value = Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
            return value.length == algorithm.length() ? Digest.of(algorithm, value) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What stands before the equals sign of the hash, in lower case: {@code sha256}; all of it if there is none. */
    public String algorithmName() {
        int equals = hash.indexOf('=');
        return (equals < 0 ? hash : hash.substring(0, equals)).toLowerCase(Locale.ROOT);
    }

    /** The size in bytes; null if there is none or it is no number. */
    public @Nullable Long bytes() {
        if (size.isEmpty() || size.length() > 18) {
            return null;
        }
        for (int i = 0; i < size.length(); i++) {
            if (size.charAt(i) < '0' || size.charAt(i) > '9') {
                return null;
            }
        }
        return Long.valueOf(size);
    }
}

package dev.jonah.appdb.r.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file {@code MD5} of a package of R, as {@code tools::checkMD5sums} reads it: 32 hexadecimal digits, a blank, an
 * asterisk, a path.
 *
 * @param digests by path relative to the package, in order; of repeated paths the last one counts
 * @param malformed how many lines are something else
 */
public record ChecksumList(Map<RawText, Digest> digests, int malformed) {
    private static final int DIGITS = 32;
    private static final int MOST = 1_000_000;

    /** Copies the map. */
    public ChecksumList {
        digests = Collections.unmodifiableMap(new LinkedHashMap<>(digests));
    }

    /**
     * Reads one list; {@code in} is closed.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line or the whole is longer than the limits allow
     * @throws IOException if it has more lines than any package has files
     */
    public static ChecksumList read(InputStream in, Limits limits) throws IOException {
        Map<RawText, Digest> digests = new LinkedHashMap<>();
        int malformed = 0;
        try (LineReader lines = new LineReader(in, limits)) {
            RawText line;
            while ((line = lines.readLine()) != null) {
                String text = line.latin1();
                Digest digest = text.startsWith(" *", DIGITS) ? digest(text.substring(0, DIGITS)) : null;
                RawText path = digest == null ? RawText.ofLatin1("") : line.substring(DIGITS + 2);
                if (digest != null && !path.isEmpty()) {
                    digests.put(path, digest);
                } else if (!text.isBlank()) {
                    malformed++;
                }
                if (digests.size() > MOST) {
                    throw new IOException("more than " + MOST + " files");
                }
            }
        }
        return new ChecksumList(digests, malformed);
    }

    private static @Nullable Digest digest(String digits) {
        return Digest.parse("md5:" + digits);
    }
}

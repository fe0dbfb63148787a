package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code info/*.md5sums} and {@code status.d/*.md5sums} (deb-md5sums(5)): hexadecimal digits, two blanks, a relative
 * path. What other packagers write is taken too: digits in upper case, an asterisk before the path, {@code ./} or {@code
 * /} at its beginning, and digits of longer checksums, which are problems all the same.
 *
 * <p>Stateless.
 */
public final class Md5sumsReader {
    private Md5sumsReader() {}

    /** Reads {@code in}, which is not closed. */
    public static Reading<RecordedDigest> read(InputStream in, Limits limits) {
        EntryCollector<RecordedDigest> lines = new EntryCollector<>(in, limits);
        boolean strange = false;
        RawText line;
        while ((line = lines.next()) != null) {
            RecordedDigest entry = parse(line.latin1());
            if (entry == null) {
                lines.notA("a checksum with its path", line);
                continue;
            }
            lines.add(entry);
            Digest.Algorithm algorithm = entry.digest().algorithm();
            if (algorithm != Digest.Algorithm.MD5 && !strange) {
                strange = true;
                lines.problem(new Problem(lines.number(), algorithm.displayName() + " where MD5 should be"));
            }
        }
        return lines.reading();
    }

    private static @Nullable RecordedDigest parse(String line) {
        int digits = line.indexOf(' ');
        if (digits <= 0) {
            return null;
        }
        String hex = line.substring(0, digits);
        Digest digest = Digests.ofHex(isLower(hex) ? hex : hex.toLowerCase(Locale.ROOT));
        // Two characters, of which the second may say how the content was read: a blank or an asterisk.
        int begin = digits + 1;
        if (begin < line.length() && (line.charAt(begin) == ' ' || line.charAt(begin) == '*')) {
            begin++;
        }
        if (line.startsWith("./", begin)) {
            begin++;
        }
        String path = line.startsWith("/", begin) ? line.substring(begin) : "/" + line.substring(begin);
        return digest == null || path.length() == 1 || path.indexOf('\0') >= 0
                ? null
                : new RecordedDigest(Paths.withoutTrailingSlash(RawText.ofLatin1(path)), digest);
    }

    private static boolean isLower(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            if (hex.charAt(i) >= 'A' && hex.charAt(i) <= 'Z') {
                return false;
            }
        }
        return true;
    }
}

package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code info/*.list} of opkg: a path a line; newer versions write the mode in octal digits and the target of a link
 * behind it, with tabs between.
 *
 * <p>Stateless.
 */
public final class OpkgListReader {
    private OpkgListReader() {}

    /** Reads {@code in}, which is not closed. */
    public static Reading<OpkgFile> read(InputStream in, Limits limits) {
        EntryCollector<OpkgFile> lines = new EntryCollector<>(in, limits);
        RawText line;
        while ((line = lines.next()) != null) {
            String[] parts = line.latin1().split("\t", 3);
            Integer mode = parts.length > 1 ? octal(parts[1]) : null;
            RawText path = Paths.withoutTrailingSlash(RawText.ofLatin1(parts[0]));
            if (!parts[0].startsWith("/") || parts.length > 1 && mode == null || parts[0].indexOf('\0') >= 0) {
                lines.notA("a path with its mode", line);
            } else if (path.length() > 1) {
                RawText target = parts.length > 2 && !parts[2].isEmpty() ? RawText.ofLatin1(parts[2]) : null;
                lines.add(new OpkgFile(path, mode, target));
            }
        }
        return lines.reading();
    }

    private static @Nullable Integer octal(String digits) {
        try {
            int mode = Integer.parseInt(digits, 8);
            return mode >= 0 && mode <= 0177777 ? mode : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

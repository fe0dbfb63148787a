package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.InputStream;

/**
 * Reads {@code info/*.list}: an absolute path a line, directories and links among them, without escapes. The root, which
 * dpkg writes as {@code /.}, is left out.
 *
 * <p>Stateless.
 */
public final class FileListReader {
    private FileListReader() {}

    /** Reads {@code in}, which is not closed. Lines that are no absolute path are problems. */
    public static Reading<RawText> read(InputStream in, Limits limits) {
        EntryCollector<RawText> lines = new EntryCollector<>(in, limits);
        RawText line;
        while ((line = lines.next()) != null) {
            RawText path = Paths.withoutTrailingSlash(line);
            String text = path.latin1();
            if (!text.startsWith("/") || text.indexOf('\0') >= 0) {
                lines.notA("an absolute path", line);
            } else if (!text.equals("/.") && !text.equals("/")) {
                lines.add(path);
            }
        }
        return lines.reading();
    }
}

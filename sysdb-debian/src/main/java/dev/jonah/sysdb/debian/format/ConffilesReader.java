package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.InputStream;

/**
 * Reads {@code info/*.conffiles} (deb-conffiles(5)): an absolute path a line, before which {@code remove-on-upgrade} may
 * stand.
 *
 * <p>Stateless.
 */
public final class ConffilesReader {
    private static final String REMOVE = "remove-on-upgrade ";

    private ConffilesReader() {}

    /** Reads {@code in}, which is not closed. */
    public static Reading<Conffile> read(InputStream in, Limits limits) {
        EntryCollector<Conffile> lines = new EntryCollector<>(in, limits);
        RawText line;
        while ((line = lines.next()) != null) {
            String text = line.latin1().stripTrailing();
            boolean remove = text.startsWith(REMOVE);
            String path = remove ? text.substring(REMOVE.length()).stripLeading() : text;
            if (path.startsWith("/")) {
                lines.add(new Conffile(RawText.ofLatin1(path), null, false, remove));
            } else if (!text.isEmpty()) {
                lines.notA("a configuration file", line);
            }
        }
        return lines.reading();
    }
}

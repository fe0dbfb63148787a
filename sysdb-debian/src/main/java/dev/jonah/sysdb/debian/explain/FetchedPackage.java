package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A package that apt fetched: an ar archive whose first member is {@code debian-binary} with format 2.0 and whose
 * second is the control archive (deb(5)), under the name that apt gives it.
 */
final class FetchedPackage implements Check {
    private static final LazyPattern NAME = LazyPattern.of("[a-z0-9][a-z0-9.+-]+_[A-Za-z0-9.+~%-]+_[a-z0-9-]+\\.deb");
    private static final int HEADERS = 8 + 60 + 4 + 60;

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        Content content = entry.content();
        if (content == null || !NAME.matcher(entry.path().fileName()).matches()) {
            return null;
        }
        String head = new String(content.head(HEADERS), StandardCharsets.ISO_8859_1);
        boolean archive = head.length() == HEADERS
                && head.startsWith("!<arch>\ndebian-binary")
                && head.startsWith("2.0\n", 8 + 60)
                && head.startsWith("control.tar", 8 + 60 + 4);
        return archive ? Finding.of("a package that apt fetched", entry.path()) : null;
    }
}

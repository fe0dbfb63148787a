package dev.jonah.provenance;

import dev.jonah.image.FileEntry;
import dev.jonah.provenance.format.FontCacheHeader;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A cache of fontconfig: its directory is there, and the file is named after the MD5 of the directory's path. */
final class FontCache implements Check {
    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String name = entry.path().fileName();
        byte[] bytes = FontCacheHeader.isName(name) ? books.bytes(entry) : null;
        FontCacheHeader header = bytes == null ? null : FontCacheHeader.read(name, bytes);
        if (header == null) {
            return null;
        }
        RawText path = RawText.ofLatin1(header.directory());
        ImagePath directory = ImagePath.of(path);
        boolean named = name.startsWith(
                Digest.compute(Digest.Algorithm.MD5, path.bytes()).hex());
        // Some builds mix a secret number into the name; then the directory alone must do.
        boolean salted = name.charAt(8) == '-';
        return (named || salted)
                        && books.tree()
                                .resolve(directory)
                                .filter(FileEntry::isDirectory)
                                .isPresent()
                ? Finding.of("fontconfig's cache of the fonts in " + directory, directory)
                : null;
    }
}

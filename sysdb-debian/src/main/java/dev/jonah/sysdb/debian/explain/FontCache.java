package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * fontconfig's cache of one directory of fonts. It begins with a magic number, version, size and the offset of the path
 * of the directory, whose MD5 is the name of the file; the directory must be there.
 */
final class FontCache implements Check {
    private static final int MOST_BYTES = 64 << 20;
    private static final int LONGEST_PATH = 4096;
    private static final int MAPPED = 0xfc02fc04;
    private static final int ALLOCATED = 0xfc02fc05;
    private static final LazyPattern NAME = LazyPattern.of("([0-9a-f]{32})-(le|be)(32d?[48]|64)\\.cache-\\d{1,2}");

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        Matcher name = NAME.matcher(entry.path().fileName());
        Content content = entry.content();
        if (!name.matches() || content == null || content.size() > MOST_BYTES) {
            return null;
        }
        books.limits()
                .check(
                        dev.jonah.diagnostic.Limits.Name.PARSER_BYTES,
                        content.size(),
                        entry.path().toString());
        boolean wide = name.group(3).equals("64");
        ByteBuffer bytes = ByteBuffer.wrap(content.head(MOST_BYTES))
                .order(name.group(2).equals("le") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (bytes.limit() < 24 || bytes.getInt(0) != MAPPED && bytes.getInt(0) != ALLOCATED) {
            return null;
        }
        long size = wide ? bytes.getLong(8) : bytes.getInt(8);
        long offset = wide ? bytes.getLong(16) : bytes.getInt(12);
        byte[] path = size == bytes.limit() ? string(bytes, offset) : null;
        if (path == null || path.length == 0 || path[0] != '/') {
            return null;
        }
        ImagePath directory = ImagePath.of(RawText.of(path));
        boolean named = Digest.compute(Digest.Algorithm.MD5, path).hex().equals(name.group(1));
        return named
                        && books.tree()
                                .resolve(directory)
                                .filter(FileEntry::isDirectory)
                                .isPresent()
                ? Finding.of("fontconfig's cache of the fonts in " + directory, directory)
                : null;
    }

    private static byte @Nullable [] string(ByteBuffer bytes, long offset) {
        if (offset < 0 || offset >= bytes.limit()) {
            return null;
        }
        for (int end = (int) offset; end < bytes.limit() && end - offset < LONGEST_PATH; end++) {
            if (bytes.get(end) == 0) {
                byte[] found = new byte[end - (int) offset];
                bytes.get((int) offset, found);
                return found;
            }
        }
        return null;
    }
}

package dev.jonah.provenance.format;

import dev.jonah.support.LazyPattern;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The header of a cache of fontconfig ({@code struct _FcCache} in its {@code src/fcint.h}): magic number, version, size, and
 * the offset of the directory that it is of. The name of the file tells byte order and width of the words in it.
 *
 * @param size bytes of the file
 * @param directory whose fonts they are, one character a byte
 */
public record FontCacheHeader(long size, String directory) {
    private static final int MAPPED = 0xfc02fc04;
    private static final int ALLOCATED = 0xfc02fc05;
    private static final int LONGEST_PATH = 4096;
    private static final LazyPattern NAME =
            LazyPattern.of("[0-9a-f-]{32,36}-(le|be)(32d?[48]|64)\\.cache-(?:\\d{1,2}|reindex\\d)");

    /** Whether a file may have this name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Reads a whole file of this name; null if it is no such cache. */
    public static @Nullable FontCacheHeader read(String name, byte[] file) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || file.length < 24) {
            return null;
        }
        boolean wide = matcher.group(2).equals("64");
        ByteBuffer bytes = ByteBuffer.wrap(file)
                .order(matcher.group(1).equals("le") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int magic = bytes.getInt(0);
        long size = wide ? bytes.getLong(8) : bytes.getInt(8);
        long offset = wide ? bytes.getLong(16) : bytes.getInt(12);
        if (magic != MAPPED && magic != ALLOCATED || size != file.length || offset < 0 || offset >= size) {
            return null;
        }
        int end = (int) offset;
        while (end < file.length && file[end] != 0) {
            if (++end - offset > LONGEST_PATH) {
                return null;
            }
        }
        String directory = new String(file, (int) offset, end - (int) offset, StandardCharsets.ISO_8859_1);
        return end < file.length && directory.startsWith("/") ? new FontCacheHeader(size, directory) : null;
    }
}

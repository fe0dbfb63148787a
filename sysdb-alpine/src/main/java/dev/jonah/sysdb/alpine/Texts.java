package dev.jonah.sysdb.alpine;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.value.RawText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads files that are small if they are what they should be. */
final class Texts {
    private static final int MOST_BYTES = 4 << 20;

    private Texts() {}

    /** The whole content as text; null and errors as for {@link #bytes}. */
    static @Nullable String small(FileEntry file, Limits limits) throws IOException {
        byte[] bytes = bytes(file, limits);
        return bytes == null ? null : RawText.of(bytes).toString();
    }

    /**
     * The whole content, or null if there is none or it is longer than four megabytes and so not what it should be.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if it is longer than a parser may read
     */
    static byte @Nullable [] bytes(FileEntry file, Limits limits) throws IOException {
        Content content = file.content();
        if (content == null || content.size() > MOST_BYTES) {
            return null;
        }
        limits.check(Limits.Name.PARSER_BYTES, content.size(), file.path().toString());
        return content.head(MOST_BYTES);
    }
}

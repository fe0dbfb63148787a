package dev.jonah.sysdb.rpm.explain;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.value.RawText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Files that nobody can run: whatever has an execute or set-id bit is never explained as data. */
final class Plain {
    private static final int EXECUTABLE = 07111;
    private static final int MOST_TEXT = 4 << 20;

    private Plain() {}

    static boolean isPlain(FileEntry file) {
        return file.type().isRegular() && file.content() != null && (file.mode() & EXECUTABLE) == 0;
    }

    /** The first bytes; none if there is no content. */
    static byte[] head(FileEntry file, int length) throws IOException {
        Content content = file.content();
        return content == null ? new byte[0] : content.head(length);
    }

    /**
     * The whole content if it is text for people that no interpreter would take; null if it is binary, begins as scripts
     * do, or is longer than such files are.
     */
    static @Nullable String text(FileEntry file) throws IOException {
        if (!isPlain(file) || file.size() > MOST_TEXT) {
            return null;
        }
        RawText raw = RawText.of(head(file, MOST_TEXT));
        return raw.isUtf8() ? printable(raw.toString()) : null;
    }

    private static @Nullable String printable(String text) {
        if (text.startsWith("#!")) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r') {
                return null;
            }
        }
        return text;
    }
}

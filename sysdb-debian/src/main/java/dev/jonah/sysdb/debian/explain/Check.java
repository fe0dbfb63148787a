package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Looks whether an entry is what a rule expects in its place. */
@FunctionalInterface
interface Check {
    /**
     * What the entry is, or null if it is something else.
     *
     * @throws IOException if the image cannot be read or a limit forbids to read further
     */
    @Nullable
    Finding look(FileEntry entry, Books books) throws IOException;

    /** The first of these that finds something. */
    static Check firstOf(Check... checks) {
        return (entry, books) -> {
            for (Check check : checks) {
                Finding finding = check.look(entry, books);
                if (finding != null) {
                    return finding;
                }
            }
            return null;
        };
    }

    /** Whether the content has a format; the file itself is all that this rests on. */
    static Check format(Format format) {
        return (entry, books) -> {
            Content content = entry.content();
            if (content == null) {
                return null;
            }
            try (InputStream in = content.open()) {
                String what = format.describe(in, books);
                return what == null ? null : Finding.of(what, entry.path());
            }
        };
    }
}

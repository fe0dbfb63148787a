package dev.jonah.provenance;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.value.ImagePath;
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

    /** The content has a format; the file itself is all that this rests on. */
    static Check format(Format format) {
        return (entry, books) -> {
            String what = describe(format, entry, books);
            return what == null ? null : Finding.of(what, entry.path());
        };
    }

    /** What the bytes of a regular file are, or null. Errors as for {@link #look}. */
    static @Nullable String describe(Format format, FileEntry entry, Books books) throws IOException {
        Content content = entry.content();
        if (content == null) {
            return null;
        }
        try (InputStream in = content.open()) {
            return format.describe(in, books);
        }
    }

    /** A symbolic link that leads, as written and without following any other, to one of these paths. */
    static Check leadsTo(String... targets) {
        return (entry, books) -> {
            ImagePath target = books.target(entry);
            ImagePath parent = entry.path().parent();
            if (target == null || parent == null) {
                return null;
            }
            for (String wanted : targets) {
                if (target.latin1().equals(wanted)) {
                    ImagePath input = books.tree().find(target).isPresent() ? target : parent;
                    return Finding.of("the link to " + target + " that the hierarchy of file systems has here", input);
                }
            }
            return null;
        };
    }
}

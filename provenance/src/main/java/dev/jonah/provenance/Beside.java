package dev.jonah.provenance;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cache that is made of the files of a directory: it has the format, and the directory holds files of packages that it can
 * be made of.
 *
 * @param format what the cache looks like
 * @param directory where its inputs are, seen from the directory that holds the cache
 * @param inputs names of what it is made of
 */
record Beside(Format format, String directory, LazyPattern inputs) implements Check {
    static Beside of(Format format, String directory, String inputs) {
        return new Beside(format, directory, LazyPattern.of(inputs));
    }

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        ImagePath parent = entry.path().parent();
        FileEntry from = parent == null
                ? null
                : books.tree().resolve(parent.resolve(directory)).orElse(null);
        if (from == null) {
            return null;
        }
        List<ImagePath> made = new ArrayList<>();
        for (FileEntry child : books.tree().children(from.path())) {
            if (inputs.matcher(child.path().name().latin1()).matches() && books.isAccounted(child.path())) {
                made.add(child.path());
            }
        }
        String what = made.isEmpty() ? null : Check.describe(format, entry, books);
        return what == null ? null : Finding.of(what + ", made of packaged files in " + from.path(), made);
    }
}

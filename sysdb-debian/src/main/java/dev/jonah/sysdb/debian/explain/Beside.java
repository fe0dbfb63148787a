package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cache that is made of the files of its directory: it has the format, and the directory holds files of packages that
 * it can be made of.
 *
 * @param format what the cache looks like
 * @param inputs names of what it is made of
 */
record Beside(Format format, LazyPattern inputs) implements Check {
    static Beside of(Format format, String inputs) {
        return new Beside(format, LazyPattern.of(inputs));
    }

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        Finding found = Check.format(format).look(entry, books);
        ImagePath parent = entry.path().parent();
        List<ImagePath> made = found == null || parent == null
                ? List.of()
                : books.tree().children(parent).stream()
                        .map(FileEntry::path)
                        .filter(path -> inputs.matcher(path.name().latin1()).matches() && books.isAccounted(path))
                        .toList();
        return found == null || made.isEmpty()
                ? null
                : Finding.of(found.text() + ", made of packaged files in " + parent, made);
    }
}

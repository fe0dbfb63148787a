package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cache that is made of the files of a directory: it has the format, and the directory holds files of packages that
 * it can be made of.
 *
 * @param format what the cache looks like
 * @param directory the directory, or null for the one that holds the cache
 * @param inputs names of what it is made of
 */
record Beside(Format format, @Nullable ImagePath directory, LazyPattern inputs) implements Check {
    /** Made of files in its own directory. */
    static Beside of(Format format, String inputs) {
        return new Beside(format, null, LazyPattern.of(inputs));
    }

    /** Made of files in another directory. */
    static Beside in(String directory, Format format, String inputs) {
        return new Beside(format, ImagePath.of(directory), LazyPattern.of(inputs));
    }

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        Finding found = Check.format(format).look(entry, books);
        ImagePath parent = directory != null ? directory : entry.path().parent();
        FileEntry source = found == null || parent == null
                ? null
                : books.tree().resolve(parent).orElse(null);
        List<ImagePath> made = source == null
                ? List.of()
                : books.tree().children(source.path()).stream()
                        .map(FileEntry::path)
                        .filter(path -> inputs.matcher(path.name().latin1()).matches() && books.isAccounted(path))
                        .toList();
        return found == null || made.isEmpty()
                ? null
                : Finding.of(found.text() + ", made of packaged files in " + source(source), made);
    }

    private static String source(@Nullable FileEntry directory) {
        return directory == null ? "a directory" : directory.path().toString();
    }
}

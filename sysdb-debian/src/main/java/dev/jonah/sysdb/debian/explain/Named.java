package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A text whose lines name files: every line must fit, and where the pattern has a group, the file that the group names
 * must be a package's.
 *
 * @param what the file, for a person
 * @param line what every line must fit; the group 1 is a path, or empty where a line names none
 * @param directory where relative paths begin, or null for the directory of the file itself
 */
record Named(String what, LazyPattern line, @Nullable ImagePath directory) implements Check {
    /** Paths that are relative begin in the directory of the file itself. */
    static Named of(String what, String line) {
        return new Named(what, Lines.pattern(line), null);
    }

    /** Paths that are relative begin in {@code directory}. */
    static Named in(String directory, String what, String line) {
        return new Named(what, Lines.pattern(line), ImagePath.of(directory));
    }

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        ImagePath parent = directory != null ? directory : entry.path().parent();
        if (text == null || parent == null) {
            return null;
        }
        TreeSet<ImagePath> files = new TreeSet<>();
        for (String each : Lines.of(text)) {
            Matcher matcher = line.matcher(each);
            if (!Lines.isSafe(line, each) || !matcher.matches()) {
                return null;
            }
            String name = matcher.group(1);
            if (name != null && !name.isEmpty()) {
                FileEntry file = books.accounted(parent.resolve(RawText.ofLatin1(name)));
                if (file == null) {
                    return null;
                }
                files.add(file.path());
            }
        }
        return files.isEmpty() ? null : Finding.of(what + " names " + files.size() + " files, all of packages", files);
    }
}

package dev.jonah.provenance;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A text whose lines name files: every line must fit, and where the pattern has a group, the file that the group names must
 * be a package's.
 *
 * @param what the file, for a person
 * @param line what every line must fit; the group 1 is a path
 * @param directory where paths begin, seen from the directory of the file
 */
record Named(String what, LazyPattern line, String directory) implements Check {
    static Named of(String what, String line) {
        return new Named(what, LazyPattern.of(line), ".");
    }

    /** The same with paths that begin elsewhere. */
    Named in(String elsewhere) {
        return new Named(what, line, elsewhere);
    }

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        ImagePath parent = entry.path().parent();
        if (text == null || parent == null) {
            return null;
        }
        Set<ImagePath> files = new TreeSet<>();
        for (String each : Books.lines(text)) {
            Matcher matcher = line.matcher(each);
            if (!matcher.matches()) {
                return null;
            }
            String name = matcher.group(1);
            FileEntry file = name == null
                    ? null
                    : books.accountedFile(parent.resolve(directory).resolve(RawText.ofLatin1(name)));
            if (file != null) {
                files.add(file.path());
            } else if (name != null) {
                return null;
            }
        }
        return files.isEmpty() ? null : Finding.of(what + " names " + files.size() + " files, all of packages", files);
    }
}

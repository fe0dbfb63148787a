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
 * A list of modules as GTK and gdk-pixbuf read it: paragraphs, each of which begins with a line that holds the path of a
 * module between quotes and nothing else. Every module must be a package's, whatever its name.
 *
 * @param what the list, for a person
 */
record Modules(String what) implements Check {
    private static final LazyPattern MODULE = LazyPattern.of("\"(/[^\"\\\\]+)\"");

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        if (text == null) {
            return null;
        }
        Set<ImagePath> modules = new TreeSet<>();
        boolean first = true;
        for (String raw : Books.lines(text)) {
            String line = raw.strip();
            Matcher module = MODULE.matcher(line);
            if (line.isEmpty()) {
                first = true;
            } else if (!line.startsWith("\"") && !line.startsWith("#")) {
                return null;
            } else if (first && !line.startsWith("#")) {
                FileEntry file =
                        module.matches() ? books.accountedFile(ImagePath.of(RawText.ofLatin1(module.group(1)))) : null;
                if (file == null) {
                    return null;
                }
                modules.add(file.path());
                first = false;
            }
        }
        return modules.isEmpty()
                ? null
                : Finding.of(what + " names " + modules.size() + " files, all of packages", modules);
    }
}

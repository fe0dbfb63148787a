package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * install-info's menu of manuals: the node {@code dir}, with entries that each name a manual in the same directory or
 * below, which a package owns. The entries are the manuals' own, and some name a manual that is not installed.
 */
final class InfoMenu implements Check {
    private static final LazyPattern ENTRY = Lines.pattern("\\* [^:]+:\\s+\\((?:[\\w+-][\\w.+-]*/)?([^)/]+)\\).*");
    private static final FilePattern MANUALS = FilePattern.below("/usr/share/info");
    private static final LazyPattern SUFFIX = LazyPattern.of("(?:\\.info)?(?:\\.(?:gz|xz|bz2))?$");

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        if (text == null || !text.contains("\u001f\nFile: dir,\tNode: Top")) {
            return null;
        }
        Map<String, ImagePath> known = new HashMap<>();
        Set<String> foreign = new HashSet<>();
        manuals(books, known, foreign);
        TreeSet<ImagePath> manuals = new TreeSet<>();
        for (String line : Lines.of(text)) {
            Matcher matcher = ENTRY.matcher(line);
            if (matcher.matches()) {
                ImagePath manual = known.get(matcher.group(1));
                if (manual != null) {
                    manuals.add(manual);
                } else if (foreign.contains(matcher.group(1))) {
                    return null;
                }
            } else if (line.startsWith("* ") && line.contains("(") && !line.equals("* Menu:")) {
                return null;
            }
        }
        return manuals.isEmpty()
                ? null
                : Finding.of("the menu of " + manuals.size() + " manuals, all of packages", manuals);
    }

    /** The packaged files below the directory, by the name that a menu gives them, and the names of all other files. */
    private static void manuals(Books books, Map<String, ImagePath> known, Set<String> foreign) {
        books.tree().matching(MANUALS).map(FileEntry::path).forEach(path -> {
            String name = SUFFIX.matcher(path.name().latin1()).replaceFirst("");
            if (books.isAccounted(path)) {
                known.putIfAbsent(name, path);
            } else {
                foreign.add(name);
            }
        });
    }
}

package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * install-info's menu of manuals: the node {@code dir}, with entries that each name a manual in the same directory,
 * which a package owns.
 */
final class InfoMenu implements Check {
    private static final LazyPattern ENTRY = Lines.pattern("\\* [^:]+:\\s+\\((?:[^)]*/)?([^)/]+)\\).*");
    private static final FilePattern MANUALS = FilePattern.below("/usr/share/info");
    private static final LazyPattern SUFFIX = LazyPattern.of("(?:\\.info)?(?:\\.(?:gz|xz|bz2))?$");

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        if (text == null || !text.contains("\u001f\nFile: dir,\tNode: Top")) {
            return null;
        }
        Map<String, ImagePath> known = manuals(books);
        TreeSet<ImagePath> manuals = new TreeSet<>();
        for (String line : Lines.of(text)) {
            Matcher matcher = ENTRY.matcher(line);
            if (matcher.matches()) {
                ImagePath manual = known.get(matcher.group(1));
                if (manual == null) {
                    return null;
                }
                manuals.add(manual);
            }
        }
        return manuals.isEmpty()
                ? null
                : Finding.of("the menu of " + manuals.size() + " manuals, all of packages", manuals);
    }

    /** The packaged files below the directory, by the name that a menu gives them. */
    private static Map<String, ImagePath> manuals(Books books) {
        Map<String, ImagePath> manuals = new HashMap<>();
        books.tree()
                .matching(MANUALS)
                .map(FileEntry::path)
                .filter(books::isAccounted)
                .forEach(path ->
                        manuals.putIfAbsent(SUFFIX.matcher(path.name().latin1()).replaceFirst(""), path));
        return manuals;
    }
}

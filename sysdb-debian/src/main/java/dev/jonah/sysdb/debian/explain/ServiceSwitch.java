package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * {@code /etc/nsswitch.conf} as maintainer scripts change it: every source of names must be built into the C library or
 * be a module, {@code libnss_NAME.so.2}, that a package owns.
 */
final class ServiceSwitch implements Check {
    private static final LazyPattern LINE = LazyPattern.of("\\s*([a-z_]+):([^#]*)(?:#.*)?");
    private static final LazyPattern ACTION = LazyPattern.of("\\[[^\\]]*\\]");
    private static final Set<String> BUILT_IN = Set.of("files", "dns", "compat", "db", "nis", "nisplus", "hesiod");

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        if (text == null) {
            return null;
        }
        Set<ImagePath> modules = new TreeSet<>();
        int databases = 0;
        for (String line : Lines.of(text)) {
            Matcher matcher = LINE.matcher(line);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.length() > 1000 || !matcher.matches()) {
                return null;
            }
            databases++;
            for (String source :
                    ACTION.matcher(matcher.group(2)).replaceAll(" ").strip().split("\\s+")) {
                ImagePath module = BUILT_IN.contains(source) || source.isEmpty() ? null : module(source, books);
                if (module != null) {
                    modules.add(module);
                } else if (!BUILT_IN.contains(source) && !source.isEmpty()) {
                    return null;
                }
            }
        }
        modules.add(entry.path());
        return databases == 0
                ? null
                : Finding.of("names " + databases + " databases, all of packaged sources", modules);
    }

    private static @Nullable ImagePath module(String source, Books books) {
        String name = "libnss_" + source + ".so.2";
        return source.matches("[a-z0-9_]+")
                ? books.tree()
                        .matching(FilePattern.named(name))
                        .map(FileEntry::path)
                        .filter(books::isUnchanged)
                        .findFirst()
                        .orElse(null)
                : null;
    }
}

package dev.jonah.sysdb.debian.explain;

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
 * What update-xmlcatalog writes: a catalog, or its own record of one, line by line; every catalog that it leads to is a
 * package's, or in {@code /etc/xml} and of the same kind.
 */
final class XmlCatalog implements Check {
    private static final int DEEPEST = 3;
    private static final LazyPattern LINE =
            LazyPattern.of("|<\\?xml version=\"1\\.0\"\\?>|<!DOCTYPE catalog PUBLIC \"[^\"]*\""
                    + "| *\"file:///usr/share/xml/schema/xml-core/catalog\\.dtd\">|<catalog xmlns=\"[^\"]*\">|</catalog>"
                    + "|<delegate(?:Public|System|URI) \\w+=\"[^\"<>]*\"(?: |><)catalog=\"file://(/[^\"?#%]+)\"/?>");

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        TreeSet<ImagePath> inputs = new TreeSet<>();
        return isCatalog(entry, books, inputs, 0) && !inputs.isEmpty()
                ? Finding.of("a catalog that leads to packaged ones", inputs)
                : null;
    }

    private static boolean isCatalog(FileEntry entry, Books books, Set<ImagePath> inputs, int depth)
            throws IOException {
        String text = depth > DEEPEST ? null : books.text(entry);
        if (text == null) {
            return false;
        }
        for (String line : Lines.of(text)) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                return false;
            }
            String named = matcher.group(1);
            if (named != null && !leadsToCatalog(ImagePath.of(RawText.ofLatin1(named)), books, inputs, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean leadsToCatalog(ImagePath path, Books books, Set<ImagePath> inputs, int depth)
            throws IOException {
        FileEntry file = books.tree().resolveFile(path).orElse(null);
        if (file == null) {
            return false;
        }
        boolean packaged = books.isAccounted(file.path());
        boolean first = inputs.add(file.path());
        // One that was looked at before on this way is a catalog, or this would have ended there.
        return packaged
                || file.path().latin1().startsWith("/etc/xml/")
                        && (!first || isCatalog(file, books, inputs, depth + 1));
    }
}

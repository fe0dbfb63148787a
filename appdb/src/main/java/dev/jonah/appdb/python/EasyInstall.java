package dev.jonah.appdb.python;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What setuptools' {@code easy_install} and {@code develop} write into a directory of distributions. */
final class EasyInstall {
    private static final int MOST_LINES = 10_000;

    private EasyInstall() {}

    /** The {@code easy-install.pth} beside an egg that puts it on the path; null if there is none. */
    static @Nullable ImagePath naming(ImagePath egg, FileTree tree, Limits limits, Diagnostics diagnostics)
            throws IOException {
        ImagePath list = egg.resolve("../easy-install.pth");
        FileEntry entry = tree.resolveFile(list).orElse(null);
        List<RawText> lines = entry == null ? null : lines(entry, limits, diagnostics);
        for (RawText line : lines == null ? List.<RawText>of() : lines) {
            if (!isStatement(line) && list.resolve("..").resolve(line).equals(egg)) {
                return list;
            }
        }
        return null;
    }

    /** Its lines without blank ones; null, with a diagnostic, if they are too many or too long. */
    static @Nullable List<RawText> lines(FileEntry entry, Limits limits, Diagnostics diagnostics) throws IOException {
        Content content = entry.content();
        List<RawText> found = new ArrayList<>();
        if (content == null) {
            return null;
        }
        try (LineReader lines = new LineReader(content.open(), limits)) {
            RawText line;
            while ((line = lines.readLine()) != null) {
                if (found.size() == MOST_LINES) {
                    return unread(entry, "it has more than " + MOST_LINES + " lines", diagnostics);
                }
                RawText text = RawText.ofLatin1(line.latin1().strip());
                if (!text.isEmpty()) {
                    found.add(text);
                }
            }
        } catch (LimitExceededException e) {
            return unread(entry, e.getMessage(), diagnostics);
        }
        return found;
    }

    private static @Nullable List<RawText> unread(FileEntry entry, @Nullable String why, Diagnostics diagnostics) {
        diagnostics.warning("python.metadata.file", entry.path(), entry.path() + " was not read: " + why);
        return null;
    }

    /** Whether Python would run a line of a {@code .pth} instead of taking it for a path (module site). */
    static boolean isStatement(RawText line) {
        return line.latin1().startsWith("import ") || line.latin1().startsWith("import\t");
    }
}

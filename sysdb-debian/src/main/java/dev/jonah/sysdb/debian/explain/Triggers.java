package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * dpkg's lists of who is interested in what: {@code File} has lines with a path and a package, every other file the
 * packages that are interested in the trigger that it is named after. All of them must be installed.
 */
final class Triggers implements Check {
    private static final ImagePath FILE = ImagePath.of("/var/lib/dpkg/triggers/File");

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        if (text == null) {
            return null;
        }
        boolean paths = entry.path().equals(FILE);
        int count = 0;
        for (String line : Lines.of(text)) {
            int blank = paths ? line.lastIndexOf(' ') : -1;
            if (paths && (blank < 1 || line.charAt(0) != '/')) {
                return null;
            }
            String name = line.substring(blank + 1);
            int end = name.indexOf('/');
            name = end < 0 ? name : name.substring(0, end);
            int colon = name.indexOf(':');
            if (!books.isInstalled(colon < 0 ? name : name.substring(0, colon))) {
                return null;
            }
            count++;
        }
        // Without a line, dpkg has no such file but File.
        return count == 0 && !paths
                ? null
                : Finding.of(
                        "dpkg's list of " + count + " interests in triggers, all of installed packages", entry.path());
    }
}

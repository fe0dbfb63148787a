package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** update-desktop-database's list of the applications for each type of file, which must all be files of packages. */
final class DesktopTypes implements Check {
    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        List<String> lines = text == null ? List.of() : Lines.of(text);
        TreeSet<ImagePath> applications = new TreeSet<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals < 0 && !line.equals("[MIME Cache]")) {
                return null;
            }
            for (String name :
                    equals < 0 ? new String[0] : line.substring(equals + 1).split(";")) {
                FileEntry application = books.accounted("/usr/share/applications/" + name);
                if (application == null) {
                    return null;
                }
                applications.add(application.path());
            }
        }
        return applications.isEmpty()
                ? null
                : Finding.of("types of files for " + applications.size() + " packaged applications", applications);
    }
}

package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same bytes as one of these files, which a package ships as what to begin with.
 *
 * @param templates where the templates may be
 */
record Template(List<ImagePath> templates) implements Check {
    static Template of(String... paths) {
        return new Template(java.util.Arrays.stream(paths).map(ImagePath::of).toList());
    }

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        for (ImagePath path : templates) {
            FileEntry template = books.tree().resolveFile(path).orElse(null);
            if (template != null && books.isUnchanged(template.path()) && isSame(entry.content(), template.content())) {
                return Finding.of("copy of the packaged " + template.path(), template.path());
            }
        }
        return null;
    }

    private static boolean isSame(@Nullable Content one, @Nullable Content other) throws IOException {
        return one != null
                && other != null
                && one.size() == other.size()
                && one.digest(Digest.Algorithm.SHA256).equals(other.digest(Digest.Algorithm.SHA256));
    }
}

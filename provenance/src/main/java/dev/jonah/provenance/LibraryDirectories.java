package dev.jonah.provenance;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where ldconfig looks for libraries: the directories that are built into it, and those that {@code /etc/ld.so.conf} and the
 * files that it includes name. Configuration that no package accounts for does not count.
 */
final class LibraryDirectories {
    private static final String[] BUILT_IN = {
        "/lib",
        "/usr/lib",
        "/lib64",
        "/usr/lib64",
        "/lib32",
        "/usr/lib32",
        "/libx32",
        "/usr/libx32",
        "/libo32",
        "/usr/libo32"
    };
    private static final ImagePath CONFIGURATION = ImagePath.of("/etc/ld.so.conf");
    private static final int DEEPEST = 8;
    /** Subdirectories for processors that can do more; the second list is that of glibc up to 2.36. */
    private static final LazyPattern FOR_HARDWARE = LazyPattern.of(
            "glibc-hwcaps/[a-z0-9_-]+"
                    + "|(?:(?:tls|sse2|i[3-6]86|nosegneg|haswell|avx512_1|xeon_phi|x86_64|power\\d+x?|z\\d+|ec2?|neon|vfp|atomics)/?){1,3}");

    private final Books books;
    private final Set<ImagePath> directories = new HashSet<>();
    private final Set<ImagePath> read = new HashSet<>();

    private LibraryDirectories(Books books) {
        this.books = books;
    }

    static LibraryDirectories of(Books books) throws IOException {
        LibraryDirectories found = new LibraryDirectories(books);
        for (String directory : BUILT_IN) {
            found.add(ImagePath.of(directory));
        }
        found.include(CONFIGURATION, 0);
        return found;
    }

    /** Whether libraries in this directory are found; links in the path must be resolved. */
    boolean contain(ImagePath directory) {
        for (ImagePath at = directory; at != null; at = at.parent()) {
            if (directories.contains(at)) {
                int length = at.latin1().length() + 1;
                return at.equals(directory)
                        || FOR_HARDWARE
                                .matcher(directory.latin1().substring(length))
                                .matches();
            }
        }
        return false;
    }

    /** The configuration that was read, in no particular order. */
    Set<ImagePath> configuration() {
        return read;
    }

    private void add(ImagePath directory) {
        books.tree().resolve(directory).filter(FileEntry::isDirectory).ifPresent(d -> directories.add(d.path()));
    }

    private void include(ImagePath path, int depth) throws IOException {
        FileEntry file = books.accountedFile(path);
        String text = file == null || depth > DEEPEST || !read.add(file.path()) ? null : books.text(file);
        ImagePath parent = path.parent();
        if (text == null || parent == null) {
            return;
        }
        for (String raw : Books.lines(text)) {
            int comment = raw.indexOf('#');
            String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
            if (line.startsWith("include ") || line.startsWith("include\t")) {
                for (String glob : line.substring(8).strip().split("\\s+")) {
                    includeAll(parent.resolve(RawText.ofLatin1(glob)), depth + 1);
                }
            } else if (line.startsWith("/")) {
                int kind = line.lastIndexOf('=');
                add(ImagePath.of(RawText.ofLatin1(kind < 0 ? line : line.substring(0, kind))));
            }
        }
    }

    /** Wildcards are understood in the last part, which is where they occur. */
    private void includeAll(ImagePath glob, int depth) throws IOException {
        ImagePath directory = glob.parent();
        FileEntry where =
                directory == null ? null : books.tree().resolve(directory).orElse(null);
        if (where == null) {
            return;
        }
        LazyPattern name = LazyPattern.of(
                Pattern.quote(glob.name().latin1()).replace("*", "\\E[^/]*\\Q").replace("?", "\\E[^/]\\Q"),
                Pattern.DOTALL);
        for (FileEntry child : books.tree().children(where.path())) {
            if (name.matcher(child.path().name().latin1()).matches()) {
                include(child.path(), depth);
            }
        }
    }
}

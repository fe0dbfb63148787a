package dev.jonah.appdb.python;

import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directory of installed distributions as Unix systems lay them out: {@code lib/python3.11/site-packages} below a prefix.
 *
 * @param prefix {@code /usr}, {@code /usr/local}, a virtual environment
 * @param python which versions it is for, as the directory is called: {@code python3.11}; without a minor version where
 *     Debian's packages lie
 */
record SitePackages(ImagePath prefix, String python) {
    /** Of a directory; null if it is laid out otherwise. */
    static @Nullable SitePackages of(ImagePath directory) {
        List<RawText> parts = directory.parts();
        int last = parts.size() - 1;
        if (last < 2) {
            return null;
        }
        String name = parts.get(last).toString();
        String python = parts.get(last - 1).toString();
        String lib = parts.get(last - 2).toString();
        boolean fits = (name.equals("site-packages") || name.equals("dist-packages"))
                && python.startsWith("python")
                && (lib.equals("lib") || lib.equals("lib64"));
        ImagePath prefix = fits ? up(directory, 3) : null;
        return prefix == null ? null : new SitePackages(prefix, python);
    }

    private static @Nullable ImagePath up(ImagePath directory, int levels) {
        ImagePath path = directory;
        for (int i = 0; i < levels && path != null; i++) {
            path = path.parent();
        }
        return path;
    }

    /** The version of Python that it is for, such as {@code 3.11}; null if it is for several. */
    @Nullable
    String version() {
        String version = python.substring("python".length());
        return version.indexOf('.') > 0 ? version : null;
    }

    /** All directories that an interpreter with this prefix looks through alike. */
    List<ImagePath> directories() {
        return List.of(
                prefix.resolve("lib64/" + python + "/site-packages"),
                prefix.resolve("lib/" + python + "/site-packages"),
                prefix.resolve("lib/" + python + "/dist-packages"));
    }
}

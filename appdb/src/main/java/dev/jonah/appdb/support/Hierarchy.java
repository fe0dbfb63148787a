package dev.jonah.appdb.support;

import dev.jonah.value.ImagePath;
import java.util.List;
import java.util.Set;

/**
 * Directories that many share by the Filesystem Hierarchy Standard (3.0). No package has one of them by directory, whatever
 * file lies in it: whoever could put one there would else hide all that is below.
 */
public final class Hierarchy {
    private static final Set<String> TOP = Set.of(
            "bin",
            "boot",
            "dev",
            "etc",
            "home",
            "lib",
            "lib32",
            "lib64",
            "libx32",
            "lost+found",
            "media",
            "mnt",
            "opt",
            "proc",
            "root",
            "run",
            "sbin",
            "srv",
            "sys",
            "tmp",
            "usr",
            "var");
    private static final Set<String> PREFIX = Set.of(
            "bin", "etc", "games", "include", "lib", "lib32", "lib64", "libexec", "libx32", "local", "man", "sbin",
            "share", "src", "tmp");
    private static final Set<String> VARIABLE = Set.of(
            "account", "backups", "cache", "crash", "games", "lib", "local", "lock", "log", "mail", "opt", "run",
            "spool", "tmp", "yp");

    private Hierarchy() {}

    /** Whether it is the root or a directory of the standard, {@code /usr/local/lib} and {@code /home/somebody} among them. */
    public static boolean isShared(ImagePath directory) {
        List<String> parts = List.of(directory.latin1().substring(1).split("/"));
        String first = parts.get(0);
        if (parts.size() == 1) {
            return first.isEmpty() || TOP.contains(first);
        }
        String second = parts.get(1);
        if (parts.size() == 2) {
            return first.equals("home")
                    || first.equals("usr") && PREFIX.contains(second)
                    || first.equals("var") && VARIABLE.contains(second);
        }
        return parts.size() == 3 && first.equals("usr") && second.equals("local") && PREFIX.contains(parts.get(2));
    }
}

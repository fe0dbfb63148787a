package dev.jonah.appdb.python;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageFile;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of one interpreter, by the layout that Python's own installation gives them. Nothing lists them with checksums,
 * so none is verified; and a file of another name among them is not Python's.
 */
final class RuntimeFiles {
    private static final Set<String> NOT_PYTHONS = Set.of("__pycache__", "dist-packages", "site-packages");
    private static final List<String> NOTES = List.of("site-packages/README.txt", "site-packages/README");
    private static final Pattern BUNDLED =
            Pattern.compile("lib/ensurepip/_bundled/(?:pip|setuptools|wheel)-[0-9.]+-[a-z0-9.]+-none-any\\.whl");
    private static final Pattern GENERATED = Pattern.compile(
            "lib/(?:_sysconfigdata(?:_[\\w.-]*)?\\.py|_sysconfig_vars_[\\w.-]*\\.json|build-details\\.json"
                    + "|lib2to3/(?:Pattern)?Grammar[\\d.a-z]*\\.pickle)");

    private final ImagePath prefix;
    private final String version;
    private final FileTree tree;
    private final List<PackageFile> files = new ArrayList<>();

    private RuntimeFiles(ImagePath prefix, String version, FileTree tree) {
        this.prefix = prefix;
        this.version = version;
        this.tree = tree;
    }

    /** Those of the interpreter of this version ({@code 3.11}) below a prefix. */
    static List<PackageFile> of(ImagePath prefix, String version, FileTree tree) {
        RuntimeFiles runtime = new RuntimeFiles(prefix, version, tree);
        String v = Pattern.quote(version);
        runtime.beside(
                "bin",
                "(python" + v + "[a-z]{0,2}(-config)?|python" + v + "-gdb\\.py|(idle|pydoc)" + v + "|(2to3|pyvenv)-" + v
                        + (version.equals("2.7") ? "|2to3|idle|pydoc|smtpd\\.py" : "") + ")");
        runtime.beside("lib", "libpython(" + v + "[a-z]{0,2}\\.(so(\\.1\\.0)?|a)|3\\.so)");
        runtime.beside("lib/pkgconfig", "python-" + v + "[a-z]{0,2}(-embed)?\\.pc");
        runtime.beside("share/man/man1", "python" + v + "\\.1");
        runtime.links("bin", "python[23]?(-config)?|idle3?|pydoc3?|2to3|pyvenv");
        runtime.links("lib/pkgconfig", "python[23]?(-embed)?\\.pc");
        runtime.links("share/man/man1", "python[23]?\\.1");
        for (String kind : List.of("lib", "include")) {
            for (FileEntry directory : tree.children(prefix.resolve(kind))) {
                if (directory.path().fileName().matches("python" + v + "[a-z]{0,2}")) {
                    runtime.below(kind, directory.path());
                    runtime.notes(directory.path());
                }
            }
        }
        runtime.files.sort(Comparator.comparing(PackageFile::path));
        return runtime.files;
    }

    private void beside(String directory, String names) {
        for (FileEntry entry : tree.children(prefix.resolve(directory))) {
            if (entry.path().fileName().matches(names)) {
                if (entry.type().isRegular()) {
                    claim(entry);
                } else {
                    link(entry);
                }
            }
        }
    }

    /** Names without the version: links, or they could be anything. */
    private void links(String directory, String names) {
        for (FileEntry entry : tree.children(prefix.resolve(directory))) {
            if (entry.path().fileName().matches(names)) {
                link(entry);
            }
        }
    }

    /** A link to a file of this interpreter beside it, perhaps by way of another link. */
    private void link(FileEntry entry) {
        RawText target = entry.target();
        ImagePath directory = entry.path().parent();
        if (entry.type() != EntryType.SYMLINK || target == null || directory == null) {
            return;
        }
        FileEntry end = target.latin1().indexOf('/') >= 0
                ? null
                : tree.resolveFile(entry.path()).orElse(null);
        if (end != null
                && end.path().resolve("..").equals(directory)
                && end.path().fileName().contains(version)) {
            files.add(PackageFile.at(entry.path(), "python.runtime")
                    .type(EntryType.SYMLINK)
                    .target(target)
                    .note("a link to a file of this interpreter beside it")
                    .build());
        }
    }

    private void below(String kind, ImagePath top) {
        Deque<ImagePath> left = new ArrayDeque<>(List.of(top));
        int cut = top.latin1().length();
        while (!left.isEmpty()) {
            for (FileEntry entry : tree.children(left.pop())) {
                if (!entry.isDirectory()) {
                    String path = entry.path().latin1();
                    if (entry.type().isRegular() && isPythons(kind + path.substring(cut))) {
                        claim(entry);
                    }
                } else if (!NOT_PYTHONS.contains(entry.path().fileName())) {
                    left.push(entry.path());
                }
            }
        }
    }

    /** What tells people what the directory for other modules is for, and distutils what Python is. */
    private void notes(ImagePath top) {
        for (String name : NOTES) {
            tree.find(top.resolve(name))
                    .filter(entry -> entry.type().isRegular())
                    .ifPresent(this::claim);
        }
        for (FileEntry entry : tree.children(top.resolve("lib-dynload"))) {
            if (entry.path().fileName().matches("Python-2\\.7\\.[0-9]+-py2\\.7\\.egg-info")) {
                claim(entry);
            }
        }
    }

    private boolean isPythons(String path) {
        String name = path;
        if (path.startsWith("lib/config")) {
            int slash = path.indexOf('/', "lib/".length());
            name = slash < 0 ? path : "lib/config" + path.substring(slash);
            if (name.matches("lib/config/libpython" + Pattern.quote(version) + "[a-z]{0,2}\\.a")) {
                name = "lib/config/libpython.a";
            }
        } else if (path.startsWith("lib/lib-dynload/") && path.endsWith(".so")) {
            name = path.substring(0, path.indexOf('.'));
        }
        return StandardLibrary.list().has(version, name)
                || BUNDLED.matcher(path).matches()
                || GENERATED.matcher(path).matches();
    }

    private void claim(FileEntry entry) {
        files.add(PackageFile.at(entry.path(), "python.runtime")
                .type(EntryType.FILE)
                .note("where Python's own installation has it")
                .build());
    }
}

package dev.jonah.sysdb.debian;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.sysdb.debian.format.DpkgPackage;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of {@code info}, by package: {@code PKG.list}, or {@code PKG:ARCH.list} for packages that may be installed for
 * several architectures. Only files that dpkg is known to keep there are listed.
 */
final class InfoFiles {
    private static final Set<String> KINDS = Set.of(
            "list",
            "md5sums",
            "conffiles",
            "preinst",
            "postinst",
            "prerm",
            "postrm",
            "triggers",
            "shlibs",
            "symbols",
            "config",
            "templates",
            "clilibs",
            "isinstallable",
            "menutest");

    private final Map<String, Map<String, FileEntry>> byStem = new HashMap<>();

    /** Lists a directory {@code info}; nothing if there is none. */
    InfoFiles(FileTree tree, ImagePath directory) {
        FileEntry entry = tree.resolve(directory).orElse(null);
        if (entry == null || !entry.isDirectory()) {
            return;
        }
        for (FileEntry file : tree.children(entry.path())) {
            String name = file.path().name().latin1();
            int dot = name.lastIndexOf('.');
            if (dot > 0 && name.charAt(0) != '.' && KINDS.contains(name.substring(dot + 1)) && !file.isDirectory()) {
                byStem.computeIfAbsent(name.substring(0, dot), key -> new TreeMap<>())
                        .put(name.substring(dot + 1), file);
            }
        }
    }

    /** The files of a package by their kind; none if there are none. */
    Map<String, FileEntry> of(Installed found) {
        DpkgPackage stanza = found.stanza();
        String plain = RawText.of(found.name()).latin1();
        String qualified =
                plain + ":" + RawText.of(String.valueOf(stanza.architecture())).latin1();
        String[] stems = stanza.isMultiArchSame() ? new String[] {qualified, plain} : new String[] {plain, qualified};
        for (String stem : stems) {
            Map<String, FileEntry> files = byStem.get(stem);
            if (files != null) {
                return files;
            }
        }
        return Map.of();
    }
}

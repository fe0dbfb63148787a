package dev.jonah.sysdb.rpm;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.image.LinkResolver;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file at a place where rpm keeps a database.
 *
 * @param path where it really is, links followed; where it leads to no file, the place that was looked at
 * @param root directory that the paths in it are relative to
 * @param file the file, or null if something else is at that place
 * @param base whether it is the copy that rpm-ostree keeps of what it started from
 */
record DatabaseFile(
        ImagePath path, ImagePath root, @Nullable FileEntry file, boolean base) {
    private static final String BASE = "usr/lib/sysimage/rpm-ostree-base-db";
    // The order in which equally new ones are preferred.
    private static final List<String> DIRECTORIES =
            List.of("usr/lib/sysimage/rpm", "usr/share/rpm", "var/lib/rpm", BASE);
    private static final List<String> NAMES = List.of("rpmdb.sqlite", "Packages.db", "Packages");

    /** Every such file, by the root that it speaks of; each once, however many links lead to it. */
    static Map<ImagePath, List<DatabaseFile>> findAll(FileTree tree) {
        Set<ImagePath> places = new LinkedHashSet<>();
        suffixes().forEach(suffix -> places.add(ImagePath.of(suffix)));
        FilePattern anywhere = FilePattern.pathSuffix(suffixes().toArray(String[]::new));
        tree.matching(anywhere).map(FileEntry::path).forEach(places::add);
        Map<ImagePath, DatabaseFile> found = new LinkedHashMap<>();
        for (ImagePath place : places) {
            ImagePath canonical = tree.canonical(place);
            if (tree.find(canonical).isPresent()) {
                LinkResolver.Resolution leads = tree.links().resolve(canonical);
                FileEntry entry = leads.entry();
                FileEntry file = entry != null && entry.type().isRegular() ? entry : null;
                ImagePath path = file != null ? file.path() : canonical;
                found.putIfAbsent(path, of(place, path, file));
            }
        }
        Map<ImagePath, List<DatabaseFile>> byRoot = new LinkedHashMap<>();
        found.values()
                .forEach(database -> byRoot.computeIfAbsent(database.root, root -> new ArrayList<>())
                        .add(database));
        return byRoot;
    }

    /** The path of a file beside it: {@code rpmdb.sqlite-wal}. */
    ImagePath beside(String suffix) {
        return ImagePath.of(RawText.ofLatin1(path.latin1() + suffix));
    }

    private static List<String> suffixes() {
        return DIRECTORIES.stream()
                .flatMap(directory -> NAMES.stream().map(name -> directory + "/" + name))
                .toList();
    }

    private static DatabaseFile of(ImagePath place, ImagePath path, @Nullable FileEntry file) {
        for (String suffix : suffixes()) {
            if (place.latin1().endsWith("/" + suffix)) {
                String root = place.latin1().substring(0, place.latin1().length() - suffix.length() - 1);
                return new DatabaseFile(path, ImagePath.of(RawText.ofLatin1(root)), file, suffix.startsWith(BASE));
            }
        }
        throw new IllegalArgumentException("no place of rpm: " + place);
    }
}

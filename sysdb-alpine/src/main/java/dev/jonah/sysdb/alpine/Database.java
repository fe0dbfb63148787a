package dev.jonah.sysdb.alpine;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.image.LinkResolver;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A database of installed packages in a tree.
 *
 * @param path where it really is, links followed; where it leads to no file, the place that was looked at
 * @param root directory that the paths in it are relative to
 * @param file the file, or null if something else is at that place
 * @param outcome how the path was resolved
 */
record Database(ImagePath path, ImagePath root, @Nullable FileEntry file, LinkResolver.Outcome outcome) {
    // Longer ones first: the root of /usr/lib/apk/db is /, not /usr.
    static final List<String> DIRECTORIES =
            List.of("usr/lib/apk/db", "usr/lib/apk/db-uvol", "lib/apk/db", "lib/apk/db-uvol");

    /** Every database, those of the image's own root first, then those of roots inside it; each file once. */
    static List<Database> findAll(FileTree tree) {
        Set<ImagePath> places = new LinkedHashSet<>();
        places.add(ImagePath.of("/lib/apk/db/installed"));
        DIRECTORIES.forEach(directory -> places.add(ImagePath.of(directory + "/installed")));
        FilePattern anywhere = FilePattern.pathSuffix("lib/apk/db/installed", "lib/apk/db-uvol/installed");
        tree.matching(anywhere).map(FileEntry::path).forEach(places::add);
        Map<ImagePath, Database> found = new LinkedHashMap<>();
        for (ImagePath place : places) {
            ImagePath canonical = tree.canonical(place);
            if (tree.find(canonical).isPresent()) {
                LinkResolver.Resolution leads = tree.links().resolve(canonical);
                FileEntry entry = leads.entry();
                FileEntry file = entry != null && entry.type().isRegular() ? entry : null;
                ImagePath path = file != null ? file.path() : canonical;
                found.putIfAbsent(path, new Database(path, rootOf(place), file, leads.outcome()));
            }
        }
        return List.copyOf(found.values());
    }

    /** The directory that holds {@code installed} and the files beside it. */
    ImagePath directory() {
        ImagePath parent = path.parent();
        return parent == null ? ImagePath.ROOT : parent;
    }

    /** A path below the root of this database. */
    ImagePath at(String relative) {
        return root.resolve(relative);
    }

    private static ImagePath rootOf(ImagePath place) {
        String path = place.latin1();
        for (String directory : DIRECTORIES) {
            String suffix = "/" + directory + "/installed";
            if (path.endsWith(suffix)) {
                return ImagePath.of(RawText.ofLatin1(path.substring(0, path.length() - suffix.length())));
            }
        }
        return ImagePath.ROOT;
    }
}

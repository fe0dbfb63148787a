package dev.jonah.appdb.perl;

import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of listed paths where a tree was copied elsewhere after the installation, as images built in stages do:
 * the list has the old paths. The place of the main module tells both.
 *
 * @param from beginning of the listed paths
 * @param to what stands in its place
 */
record Relocation(ImagePath from, ImagePath to) {
    /** Null if the main module is where it is listed, or is found nowhere else. */
    static @Nullable Relocation of(Place place, List<ImagePath> listed, FileTree tree) {
        String module = place.module();
        if (module == null) {
            return null;
        }
        RawText file = Place.fileOf(module);
        for (ImagePath path : listed) {
            if (path.latin1().endsWith("/" + file.latin1()) && tree.find(path).isEmpty()) {
                ImagePath above = place.libraries().parent();
                for (ImagePath libraries :
                        above == null ? List.of(place.libraries()) : List.of(place.libraries(), above)) {
                    ImagePath now = libraries.resolve(file);
                    if (tree.find(now).isPresent()) {
                        return between(path, now);
                    }
                }
            }
        }
        return null;
    }

    /** Where a listed path is now. */
    ImagePath apply(ImagePath listed) {
        return listed.startsWith(from)
                ? to.resolve(RawText.ofLatin1(listed.latin1()
                        .substring(from.isRoot() ? 1 : from.latin1().length())
                        .replaceFirst("^/", "")))
                : listed;
    }

    /** What differs of two paths, before the parts that they end with alike. */
    private static Relocation between(ImagePath before, ImagePath now) {
        ImagePath from = before;
        ImagePath to = now;
        while (!from.isRoot() && !to.isRoot() && from.name().equals(to.name())) {
            ImagePath fromParent = from.parent();
            ImagePath toParent = to.parent();
            if (fromParent == null || toParent == null) {
                break;
            }
            from = fromParent;
            to = toParent;
        }
        return new Relocation(from, to);
    }
}

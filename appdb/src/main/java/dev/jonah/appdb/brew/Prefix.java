package dev.jonah.appdb.brew;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The links of a prefix of Homebrew that lead into kegs, looked up once for all of them.
 *
 * @param links by keg, in no order that matters
 */
record Prefix(Map<ImagePath, List<ImagePath>> links) {
    private static final List<String> DIRECTORIES =
            List.of("bin", "etc", "include", "lib", "opt", "sbin", "share", "Frameworks", "var/homebrew/linked");

    private record Key(ImagePath prefix) {}

    /** The links of the prefix that this Cellar lies in. */
    static Prefix of(ImagePath cellar, PackageScan scan) throws IOException {
        ImagePath prefix = cellar.parent();
        return prefix == null
                ? new Prefix(Map.of())
                : scan.once(new Key(prefix), () -> new Prefix(links(prefix, cellar, scan.tree())));
    }

    private static Map<ImagePath, List<ImagePath>> links(ImagePath prefix, ImagePath cellar, FileTree tree) {
        Map<ImagePath, List<ImagePath>> links = new HashMap<>();
        Deque<ImagePath> left = new ArrayDeque<>();
        DIRECTORIES.forEach(name -> left.push(prefix.resolve(name)));
        while (!left.isEmpty()) {
            for (FileEntry child : tree.children(left.pop())) {
                if (child.isDirectory()) {
                    left.push(child.path());
                } else if (child.type() == EntryType.SYMLINK) {
                    ImagePath keg = keg(child, cellar);
                    if (keg != null) {
                        links.computeIfAbsent(keg, key -> new ArrayList<>()).add(child.path());
                    }
                }
            }
        }
        return links;
    }

    /** The keg that a link leads into by its own target; null for others. */
    private static @Nullable ImagePath keg(FileEntry link, ImagePath cellar) {
        ImagePath directory = link.path().parent();
        RawText target = link.target();
        ImagePath to = directory == null || target == null ? null : directory.resolve(target);
        if (to == null || !to.startsWith(cellar)) {
            return null;
        }
        int depth = cellar.parts().size();
        List<RawText> parts = to.parts();
        return parts.size() < depth + 2 ? null : cellar.child(parts.get(depth)).child(parts.get(depth + 1));
    }
}

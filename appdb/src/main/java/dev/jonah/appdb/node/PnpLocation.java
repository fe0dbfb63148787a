package dev.jonah.appdb.node;

import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a map of Plug'n'Play says that a package lies.
 *
 * @param manifest the file by which it is found: the archive, or the {@code package.json} of its directory
 * @param archived its directory in the archive, or null if it lies in none
 */
record PnpLocation(ImagePath manifest, @Nullable String archived) {
    /** {@code x/__virtual__/hash/2/y} stands for {@code y} two directories above {@code x}. */
    private static final Pattern VIRTUAL = Pattern.compile("(.*?)/(?:__virtual__|\\$\\$virtual)/[^/]+/(\\d{1,3})/(.*)");

    private static final String ARCHIVE = ".zip/";

    /** Of a location relative to the directory of the map. */
    static PnpLocation of(String location, ImagePath base, FileTree tree) {
        String path = location;
        Matcher virtual = VIRTUAL.matcher(location);
        if (location.indexOf("virtual") >= 0 && virtual.matches()) {
            path = virtual.group(1) + "/" + "../".repeat(Integer.parseInt(virtual.group(2))) + virtual.group(3);
        }
        int archive = path.indexOf(ARCHIVE);
        return archive < 0
                ? new PnpLocation(tree.canonical(base.resolve(path).resolve("package.json")), null)
                : new PnpLocation(
                        tree.canonical(base.resolve(path.substring(0, archive + ARCHIVE.length() - 1))),
                        path.substring(archive + ARCHIVE.length()));
    }
}

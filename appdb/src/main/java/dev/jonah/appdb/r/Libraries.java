package dev.jonah.appdb.r;

import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The libraries that R looks a dependency up in: the one at hand, those beside it, those of the usual places. */
final class Libraries {
    private static final List<String> USUAL = List.of(
            "/usr/local/lib/R/site-library",
            "/usr/lib/R/site-library",
            "/usr/local/lib/R/library",
            "/usr/lib/R/library",
            "/usr/lib64/R/library");

    private Libraries() {}

    /** The description of the package that a dependency means; null if it is not there, or means R. */
    static @Nullable ImagePath find(String dependency, ImagePath library, FileTree tree) {
        int end = dependency.indexOf('(');
        String name = (end < 0 ? dependency : dependency.substring(0, end)).strip();
        if (name.equals("R") || !name.matches("[A-Za-z][A-Za-z0-9.]{0,200}")) {
            return null;
        }
        List<ImagePath> libraries = new ArrayList<>(List.of(library));
        ImagePath home = library.parent();
        if (home != null && home.fileName().equals("R")) {
            libraries.add(home.resolve("site-library"));
            libraries.add(home.resolve("library"));
        }
        USUAL.forEach(usual -> libraries.add(ImagePath.of(usual)));
        for (ImagePath each : libraries) {
            ImagePath description = each.resolve(name + "/DESCRIPTION");
            if (tree.resolveFile(description).isPresent()
                    && tree.resolveFile(each.resolve(name + "/Meta/package.rds"))
                            .isPresent()) {
                return description;
            }
        }
        return null;
    }
}

package dev.jonah.appdb.node;

import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directory in {@code node_modules} that is a package: right below it, or below a scope. What lies deeper is a part of
 * the package, fixtures of its tests with a {@code package.json} too.
 *
 * @param modules the {@code node_modules} directory
 * @param name name of the directory, with its scope
 * @param directory the package's directory
 */
record Place(ImagePath modules, String name, ImagePath directory) {
    private static final String NODE_MODULES = "node_modules";

    /** Of a directory, or null if it is no package by its place. */
    static @Nullable Place of(ImagePath directory) {
        List<RawText> parts = directory.parts();
        int last = parts.size() - 1;
        if (last < 1) {
            return null;
        }
        String name = parts.get(last).toString();
        String above = parts.get(last - 1).toString();
        ImagePath parent = directory.parent();
        if (parent == null || name.startsWith(".") || name.startsWith("@")) {
            return null;
        }
        if (above.equals(NODE_MODULES)) {
            return new Place(parent, name, directory);
        }
        ImagePath modules = parent.parent();
        boolean scoped = last >= 2
                && above.startsWith("@")
                && parts.get(last - 2).toString().equals(NODE_MODULES);
        return scoped && modules != null ? new Place(modules, above + "/" + name, directory) : null;
    }

    /** The directory of the project that the outermost {@code node_modules} directory belongs to. */
    ImagePath project() {
        return project(directory);
    }

    /** The same of anything in such a directory; the root if it lies in none. */
    static ImagePath project(ImagePath inside) {
        String path = inside.latin1();
        int first = path.indexOf("/" + NODE_MODULES + "/");
        return first <= 0 ? ImagePath.ROOT : ImagePath.of(RawText.ofLatin1(path.substring(0, first)));
    }

    /** The package's directory as a lock file of {@code project} writes it. */
    String pathFrom(ImagePath project) {
        return RawText.ofLatin1(directory
                        .latin1()
                        .substring(project.isRoot() ? 1 : project.latin1().length() + 1))
                .toString();
    }
}

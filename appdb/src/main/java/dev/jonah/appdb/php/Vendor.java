package dev.jonah.appdb.php;

import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import org.jspecify.annotations.Nullable;

/**
 * Where Composer installs packages of a project.
 *
 * @param project directory of the project
 * @param directory the directory of packages, mostly {@code vendor}
 * @param records the directory of Composer's own files
 */
record Vendor(ImagePath project, ImagePath directory, ImagePath records) {
    /** By one of the files in {@code vendor/composer}; null if it lies elsewhere. */
    static @Nullable Vendor of(ImagePath record) {
        ImagePath records = record.parent();
        ImagePath directory = records == null ? null : records.parent();
        ImagePath project = directory == null ? null : directory.parent();
        return project == null
                        || directory == null
                        || records == null
                        || !records.name().latin1().equals("composer")
                ? null
                : new Vendor(project, directory, records);
    }

    /** The file in which a project or package describes itself, in its directory. */
    static ImagePath description(ImagePath directory) {
        return directory.resolve("./composer.json");
    }

    /** The record of what is installed. */
    ImagePath json() {
        return records.resolve("installed.json");
    }

    /** The record that PHP reads. */
    ImagePath php() {
        return records.resolve("installed.php");
    }

    /** In how many other directories of packages this one lies. */
    int depth(FileTree tree) {
        int depth = 0;
        for (ImagePath outer = project.parent(); outer != null; outer = outer.parent()) {
            if (tree.find(outer.resolve("composer/installed.json")).isPresent()) {
                depth++;
            }
        }
        return depth;
    }
}

package dev.jonah.appdb.php;

import dev.jonah.appdb.php.format.PearPackage;
import dev.jonah.value.ImagePath;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where PEAR keeps its records.
 *
 * @param directory {@code .registry}
 * @param channel whose packages lie in the directory of the record at hand
 */
record PearRegistry(ImagePath directory, String channel) {
    private static final String CHANNEL = ".channel.";

    /** By the path of a record, or null if it lies elsewhere. */
    static @Nullable PearRegistry of(ImagePath record) {
        ImagePath parent = record.parent();
        ImagePath above = parent == null ? null : parent.parent();
        if (parent == null || above == null) {
            return null;
        }
        String name = parent.fileName();
        if (name.equals(".registry")) {
            return new PearRegistry(parent, PearPackage.DEFAULT_CHANNEL);
        }
        return name.startsWith(CHANNEL) && above.fileName().equals(".registry")
                ? new PearRegistry(above, name.substring(CHANNEL.length()))
                : null;
    }

    /** Where the record of a package is if it is installed. */
    ImagePath record(String of, String name) {
        String file = name.toLowerCase(Locale.ROOT).replace('/', '_') + ".reg";
        String sub = of.toLowerCase(Locale.ROOT).replace('/', '_');
        return directory.resolve(sub.equals(PearPackage.DEFAULT_CHANNEL) ? file : CHANNEL + sub + "/" + file);
    }
}

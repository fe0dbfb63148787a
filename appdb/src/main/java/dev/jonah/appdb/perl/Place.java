package dev.jonah.appdb.perl;

import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a list of files lies: {@code <libraries>/auto/Greet/Kind/.packlist}, or {@code <libraries>/.packlist} for Perl
 * itself.
 *
 * @param list the list
 * @param libraries the directory of libraries
 * @param module {@code Greet::Kind}, or null for Perl itself
 */
record Place(ImagePath list, ImagePath libraries, @Nullable String module) {
    /** Of a file of that name, or null if it lies nowhere else than Perl puts it. */
    static @Nullable Place of(ImagePath list) {
        ImagePath directory = list.parent();
        if (directory == null || directory.isRoot()) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (ImagePath at = directory; at != null && !at.isRoot(); at = at.parent()) {
            ImagePath above = at.parent();
            if (at.fileName().equals("auto") && above != null && !names.isEmpty()) {
                Collections.reverse(names);
                return new Place(list, above, String.join("::", names));
            }
            names.add(at.fileName());
        }
        return new Place(list, directory, null);
    }

    /** The list of a module beside this one. */
    ImagePath listOf(String otherModule) {
        return libraries.resolve("auto/" + path(otherModule) + "/.packlist");
    }

    /** The file of a module, from a directory of libraries: {@code Greet/Kind.pm}. */
    static RawText fileOf(String module) {
        return RawText.of(path(module) + ".pm");
    }

    private static String path(String module) {
        return module.replace("::", "/");
    }
}

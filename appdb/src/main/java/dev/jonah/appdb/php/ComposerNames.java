package dev.jonah.appdb.php;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.packages.Purl;
import dev.jonah.value.ImagePath;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of packages as Composer allows them: a vendor and a name. */
final class ComposerNames {
    private static final Pattern NAME = Pattern.compile(
            "[a-z0-9]([_.-]?[a-z0-9]+)*+/[a-z0-9](([_.]|-{1,2})?[a-z0-9]+)*+", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 255;

    private ComposerNames() {}

    /** The package URL of a name; null, with a diagnostic, if it is none. */
    static @Nullable Purl purl(
            @Nullable String name, @Nullable String version, ImagePath record, Diagnostics diagnostics) {
        if (name == null || name.length() > LONGEST || !NAME.matcher(name).matches()) {
            diagnostics.warning(
                    "composer.package.name", record, record + " names a package that cannot be one: " + name);
            return null;
        }
        int slash = name.indexOf('/');
        try {
            return Purl.of("composer", name.substring(slash + 1))
                    .namespace(name.substring(0, slash))
                    .version(version)
                    .build();
        } catch (IllegalArgumentException e) {
            diagnostics.warning("composer.package.name", record, record + ": " + e.getMessage());
            return null;
        }
    }

    /** Names are compared without regard to case. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether a requirement is one of PHP, its extensions and the like, and no package. */
    static boolean isPlatform(String name) {
        return name.indexOf('/') < 0;
    }
}

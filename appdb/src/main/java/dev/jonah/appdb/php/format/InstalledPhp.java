package dev.jonah.appdb.php.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code installed.php} of Composer 2 says.
 *
 * @param root the project itself
 * @param packages all packages, the project and those that are only replaced or provided among them
 */
public record InstalledPhp(Entry root, List<Entry> packages) {
    /**
     * A package.
     *
     * @param name as written; {@code __root__} for a project without one
     * @param version as written, or null if it is only replaced or provided
     * @param reference commit or the like, or null
     * @param type or null
     * @param installPath where it lies, relative to the directory of the record; or null
     * @param development whether only development needs it
     */
    public record Entry(
            String name,
            @Nullable String version,
            @Nullable String reference,
            @Nullable String type,
            @Nullable String installPath,
            boolean development) {
        /** Whether a project without a name stands for it. */
        public boolean isNameless() {
            return name.equals("__root__");
        }
    }

    /** Copies the list. */
    public InstalledPhp {
        packages = List.copyOf(packages);
    }
}

package dev.jonah.sysdb.debian;

import dev.jonah.image.FileEntry;
import dev.jonah.sysdb.debian.format.DpkgPackage;
import dev.jonah.value.ImagePath;
import org.jspecify.annotations.Nullable;

/**
 * A package of a database.
 *
 * @param stanza what is recorded of it
 * @param name its name
 * @param foundAt the file that the stanza stands in
 * @param record the entry that is only of this package, as in {@code status.d}, or null
 */
record Installed(
        DpkgPackage stanza,
        String name,
        ImagePath foundAt,
        @Nullable FileEntry record) {
    /** What tells it from others of the database. */
    String key() {
        return name + ":" + stanza.architecture();
    }
}

package dev.jonah.appdb.php.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code installed.json} (getcomposer.org, the schema of composer.json, and what Composer adds). Fields of another
 * type than they should have count as absent.
 *
 * @param name vendor and name as written, or null
 * @param version as written, or null
 * @param type {@code library}, {@code metapackage}, …; or null
 * @param licenses as written
 * @param description or null
 * @param homepage or null
 * @param authors each name and address in one line
 * @param requires ranges by name, in order
 * @param replaces what it counts as, by name
 * @param provides what it counts as, by name
 * @param programs files that are put into the directory of programs
 * @param dist the archive that it came in, or null
 * @param source the repository that it came from, or null
 * @param time when it was released, or null
 * @param installPath where it lies, relative to the directory of the record; null if unknown or nowhere
 * @param hasInstallPath whether the record has that field, which Composer 1 does not write
 */
public record ComposerPackage(
        @Nullable String name,
        @Nullable String version,
        @Nullable String type,
        List<String> licenses,
        @Nullable String description,
        @Nullable String homepage,
        List<String> authors,
        Map<String, String> requires,
        Map<String, String> replaces,
        Map<String, String> provides,
        List<String> programs,
        @Nullable Origin dist,
        @Nullable Origin source,
        @Nullable String time,
        @Nullable String installPath,
        boolean hasInstallPath) {
    /**
     * Where a package came from.
     *
     * @param type {@code zip}, {@code git}, {@code path}, …; or null
     * @param url or null
     * @param reference commit or the like, or null
     * @param checksum SHA-1 of the archive, or null: most repositories leave it empty
     */
    public record Origin(
            @Nullable String type,
            @Nullable String url,
            @Nullable String reference,
            @Nullable String checksum) {}

    /** Copies lists and maps. */
    public ComposerPackage {
        licenses = List.copyOf(licenses);
        authors = List.copyOf(authors);
        programs = List.copyOf(programs);
        requires = Collections.unmodifiableMap(new LinkedHashMap<>(requires));
        replaces = Collections.unmodifiableMap(new LinkedHashMap<>(replaces));
        provides = Collections.unmodifiableMap(new LinkedHashMap<>(provides));
    }
}

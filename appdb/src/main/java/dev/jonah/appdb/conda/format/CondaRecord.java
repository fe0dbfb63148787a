package dev.jonah.appdb.conda.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of an installed package, {@code conda-meta/NAME-VERSION-BUILD.json}; each value as written, null or empty if it
 * is not there.
 *
 * @param name of the package
 * @param version of the package
 * @param build the build string
 * @param channel a name or an address
 * @param subdir the platform: {@code linux-64}, {@code noarch}
 * @param url where it was downloaded
 * @param fileName of the archive
 * @param md5 of the archive
 * @param sha256 of the archive
 * @param license as declared
 * @param noarch {@code python}, {@code generic}
 * @param depends what it needs
 * @param requested what was asked for where that led to this package; mostly one
 * @param source the directory that it was extracted to before
 * @param linkType how its files came here: 1 by hard links, 2 by symbolic links, 3 as copies
 * @param files all paths, relative to the environment
 * @param paths what is known of them
 * @param damage what is wrong where the record breaks off, or null if it is whole; what stood before is there
 */
public record CondaRecord(
        @Nullable String name,
        @Nullable String version,
        @Nullable String build,
        @Nullable String channel,
        @Nullable String subdir,
        @Nullable String url,
        @Nullable String fileName,
        @Nullable String md5,
        @Nullable String sha256,
        @Nullable String license,
        @Nullable String noarch,
        List<String> depends,
        List<String> requested,
        @Nullable String source,
        @Nullable Integer linkType,
        List<String> files,
        List<CondaPath> paths,
        @Nullable String damage) {
    /** Copies the lists. */
    public CondaRecord {
        depends = List.copyOf(depends);
        requested = List.copyOf(requested);
        files = List.copyOf(files);
        paths = List.copyOf(paths);
    }
}

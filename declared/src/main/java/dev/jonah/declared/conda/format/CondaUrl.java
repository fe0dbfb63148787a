package dev.jonah.declared.conda.format;

import dev.jonah.declared.format.Declaration;
import org.jspecify.annotations.Nullable;

/**
 * Where a package of conda is: {@code https://host/channel/linux-64/name-1.0-build.conda#md5}.
 *
 * @param channel what stands before the platform
 * @param subdir the platform
 * @param name of the package
 * @param version of the package
 * @param build which build of that version
 * @param type how it is packed: {@code conda} or {@code tar.bz2}
 */
record CondaUrl(String channel, String subdir, String name, String version, String build, String type) {
    static @Nullable CondaUrl parse(String url) {
        int hash = url.indexOf('#');
        String place = hash < 0 ? url : url.substring(0, hash);
        String ending = place.endsWith(".conda") ? ".conda" : place.endsWith(".tar.bz2") ? ".tar.bz2" : null;
        String[] parts = place.split("/");
        if (ending == null || parts.length < 3) {
            return null;
        }
        String file = parts[parts.length - 1];
        String stem = file.substring(0, file.length() - ending.length());
        int build = stem.lastIndexOf('-');
        int version = build <= 0 ? -1 : stem.lastIndexOf('-', build - 1);
        return version <= 0
                ? null
                : new CondaUrl(
                        parts[parts.length - 3],
                        parts[parts.length - 2],
                        stem.substring(0, version),
                        stem.substring(version + 1, build),
                        stem.substring(build + 1),
                        ending.substring(1));
    }

    /** Adds the qualifiers that package URLs of conda have. */
    void qualify(Declaration.Builder found) {
        found.qualifier("build", build)
                .qualifier("channel", channel)
                .qualifier("subdir", subdir)
                .qualifier("type", type);
    }
}

package dev.jonah.appdb.gomod;

import dev.jonah.appdb.gomod.format.EscapedPath;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import org.jspecify.annotations.Nullable;

/**
 * A module in a module cache: {@code <cache>/cache/download/<path>/@v/<version>.ziphash}, unpacked to {@code
 * <cache>/<path>@<version>}.
 *
 * @param cache the module cache
 * @param records the directory {@code @v}
 * @param escaped path and version as file names: {@code github.com/!burnt!sushi/toml@v1.3.2}
 * @param path of the module
 * @param version of the module
 */
record Place(ImagePath cache, ImagePath records, String escaped, String path, String version) {
    static final String HASH = ".ziphash";
    private static final String DOWNLOADS = "/cache/download/";

    /** Of the file with the hash; null if it lies elsewhere. */
    static @Nullable Place of(ImagePath hash) {
        String whole = hash.latin1();
        int downloads = whole.lastIndexOf(DOWNLOADS);
        int versions = whole.lastIndexOf("/@v/");
        ImagePath records = hash.parent();
        if (records == null || downloads < 0 || versions < downloads + DOWNLOADS.length()) {
            return null;
        }
        String path = whole.substring(downloads + DOWNLOADS.length(), versions);
        String version = whole.substring(versions + "/@v/".length(), whole.length() - HASH.length());
        String decodedPath = EscapedPath.decode(path);
        String decodedVersion = EscapedPath.decode(version);
        return decodedPath == null || decodedVersion == null || version.isEmpty() || version.indexOf('/') >= 0
                ? null
                : new Place(
                        ImagePath.of(RawText.ofLatin1(whole.substring(0, downloads + 1))),
                        records,
                        path + "@" + version,
                        RawText.ofLatin1(decodedPath).toString(),
                        RawText.ofLatin1(decodedVersion).toString());
    }

    /** Where the module is unpacked. */
    ImagePath directory() {
        return cache.resolve(RawText.ofLatin1(escaped));
    }

    /** What the names of files begin with in the archive and in the hash. */
    String prefix() {
        return RawText.of(path + "@" + version).latin1() + "/";
    }

    /** A file that Go recorded of this version: {@code .zip}, {@code .mod}. */
    ImagePath record(String suffix) {
        return records.resolve(RawText.ofLatin1(escaped.substring(escaped.lastIndexOf('@') + 1))
                        .toString()
                + suffix);
    }
}

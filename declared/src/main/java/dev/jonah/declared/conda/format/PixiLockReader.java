package dev.jonah.declared.conda.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.declared.format.YamlDocument;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code pixi.lock} of versions 4 to 7, and the older ones that are like {@code conda-lock.yml}. A package of conda is
 * named by its archive since version 6; one that is built from a directory has a name, and often no version.
 */
public final class PixiLockReader {
    private PixiLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        YamlDocument.read(
                in,
                limits,
                new Outline()
                        .whole(version -> version(version, out), "version")
                        .each((key, entry) -> CondaLockReader.entry(entry, out), "package")
                        .each((key, entry) -> entry(entry, out), "packages"));
    }

    private static void version(Value value, Findings out) {
        String version = value.text();
        if (version == null || version.length() != 1 || "1234567".indexOf(version) < 0) {
            out.unread("version " + version + " of the format");
        }
    }

    private static void entry(Value entry, Findings out) {
        String conda = place("conda", entry);
        String pip = place("pypi", entry);
        CondaUrl archive = conda == null ? null : CondaUrl.parse(conda);
        String name = entry.text("name");
        if (name == null && archive != null) {
            name = archive.name();
        }
        if (name == null || conda == null && pip == null) {
            out.unread("a package without a name: " + (conda == null ? pip : conda));
            return;
        }
        String version = entry.text("version");
        String place = conda == null ? pip : conda;
        boolean local = place != null && !place.contains("://") && !place.startsWith("git+");
        Declaration.Builder found = Declaration.of(name)
                .version(version == null && archive != null ? archive.version() : version)
                .source(conda == null ? "pip" : local ? "path" : null)
                .resolved(place)
                .integrity(sum("sha256", entry))
                .integrity(sum("md5", entry))
                .license(entry.text("license"));
        entry.get(conda == null ? "requires_dist" : "depends").texts().forEach(found::dependency);
        if (archive != null) {
            archive.qualify(found);
        }
        out.declared(found);
    }

    /** Versions 4 and 5 tell kind and place apart. */
    private static @Nullable String place(String kind, Value entry) {
        String url = entry.text("url");
        String place = entry.text(kind);
        return place == null && kind.equals(entry.text("kind")) ? url == null ? entry.text("path") : url : place;
    }

    private static @Nullable String sum(String algorithm, Value entry) {
        String hex = entry.text(algorithm);
        return hex == null ? null : algorithm + ":" + hex;
    }
}

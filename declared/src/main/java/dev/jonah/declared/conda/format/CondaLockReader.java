package dev.jonah.declared.conda.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.declared.format.YamlDocument;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;

/** Reads {@code conda-lock.yml}, version 1: packages of conda and pip, once for each platform. */
public final class CondaLockReader {
    private CondaLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        YamlDocument.read(
                in,
                limits,
                new Outline()
                        .whole(version -> version(version, out), "version")
                        .each((key, entry) -> entry(entry, out), "package"));
    }

    private static void version(Value value, Findings out) {
        if (!"1".equals(value.text())) {
            out.unread("version " + value.text() + " of the format");
        }
    }

    static void entry(Value entry, Findings out) {
        String name = entry.text("name");
        if (name == null) {
            out.unread("a package without a name");
            return;
        }
        boolean conda = !"pip".equals(entry.text("manager"));
        String url = entry.text("url");
        String category = entry.text("category");
        Declaration.Builder found = Declaration.of(name)
                .version(entry.text("version"))
                .source(conda ? null : "pip")
                .resolved(url)
                .scope("main".equals(category) ? null : category)
                .scope("optional", entry.flag("optional"))
                // Package URLs of conda tell the platform.
                .scope(conda ? null : entry.text("platform"))
                .dependencies(entry.get("dependencies").scalars());
        entry.get("hash").scalars().forEach((algorithm, hex) -> found.integrity(algorithm + ":" + hex));
        CondaUrl archive = conda && url != null ? CondaUrl.parse(url) : null;
        if (archive != null) {
            archive.qualify(found);
        }
        out.declared(found);
    }
}

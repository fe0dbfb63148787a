package dev.jonah.declared.python.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.TomlDocument;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;

/** Reads {@code pylock.toml} and {@code pylock.NAME.toml} (PEP 751). */
public final class PylockReader {
    private PylockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        TomlDocument.read(
                in,
                limits,
                new Outline()
                        .whole(version -> version(version, out), "lock-version")
                        .each((key, entry) -> entry(entry, out), "packages"));
    }

    private static void version(Value value, Findings out) {
        String version = value.text();
        if (version == null || !version.startsWith("1.")) {
            out.unread("version " + version + " of the format");
        }
    }

    private static void entry(Value entry, Findings out) {
        String name = entry.text("name");
        if (name == null) {
            out.unread("a package without a name");
            return;
        }
        Declaration.Builder found = Declaration.of(name)
                .version(entry.text("version"))
                .fact("declared.marker", entry.text("marker"))
                .fact("declared.index", entry.text("index"));
        Archives.add(entry, found);
        Value vcs = entry.get("vcs");
        Value directory = entry.get("directory");
        Value archive = entry.get("archive");
        if (!vcs.isNothing()) {
            String type = vcs.text("type");
            found.source(type == null ? "vcs" : type)
                    .resolved(vcs.text("url") == null ? vcs.text("path") : vcs.text("url"))
                    .fact("declared.commit", vcs.text("commit-id"));
        } else if (!directory.isNothing()) {
            found.source("path").resolved(directory.text("path"));
        } else if (!archive.isNothing()) {
            boolean url = archive.text("url") != null;
            found.source(url ? "url" : "path").resolved(archive.text(url ? "url" : "path"));
            Archives.one(archive, found);
        }
        entry.get("dependencies").items().forEach(needed -> found.dependency(needed.text("name")));
        out.declared(found);
    }
}

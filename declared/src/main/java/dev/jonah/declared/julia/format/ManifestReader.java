package dev.jonah.declared.julia.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.TomlDocument;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads {@code Manifest.toml} of Julia: every package that was chosen, by name, with its UUID. Version 1 of the format has
 * them at its top, version 2 below {@code deps}. Parts of the standard library often have no version of their own.
 */
public final class ManifestReader {
    private final Findings out;
    private int found;

    private ManifestReader(Findings out) {
        this.out = out;
    }

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        ManifestReader reader = new ManifestReader(out);
        TomlDocument.read(in, limits, new Outline().each(reader::member, new String[0]));
    }

    private void member(String name, Value value) {
        if (name.equals("manifest_format")) {
            String version = value.text();
            if (version == null || !version.startsWith("1") && !version.startsWith("2")) {
                out.unread("version " + version + " of the format");
            }
        } else if (name.equals("deps")) {
            value.fields().forEach((key, entries) -> entries.items().forEach(entry -> entry(key, entry)));
        } else {
            value.items().forEach(entry -> entry(name, entry));
        }
    }

    private void entry(String name, Value entry) {
        String uuid = entry.text("uuid");
        if (uuid == null) {
            // Other programs have files of this name, too.
            if (found > 0) {
                out.unread("the package '" + name + "', which has no UUID");
            }
            return;
        }
        found++;
        String tree = entry.text("git-tree-sha1");
        String repository = entry.text("repo-url");
        String path = entry.text("path");
        String source = path != null ? "path" : repository != null ? "git" : tree == null ? "standard-library" : null;
        Declaration.Builder declaration = Declaration.of(name)
                .version(entry.text("version"))
                .qualifier("uuid", uuid)
                .source(source)
                .resolved(path != null ? path : repository)
                .constraint(entry.text("repo-rev"))
                .integrity(tree == null ? null : "git-tree-sha1:" + tree);
        Value needed = entry.get("deps");
        needed.texts().forEach(declaration::dependency);
        needed.fields().keySet().forEach(declaration::dependency);
        out.declared(declaration);
    }
}

package dev.jonah.declared.python.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.JsonDocument;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;

/** Reads {@code Pipfile.lock}: categories {@code default}, {@code develop}, and those that people name. */
public final class PipfileLockReader {
    private PipfileLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        JsonDocument.read(in, limits, new Outline().each((category, packages) -> {
                    if (!category.equals("_meta")) {
                        packages.fields().forEach((name, entry) -> entry(category, name, entry, out));
                    }
                }));
    }

    private static void entry(String category, String name, Value entry, Findings out) {
        String asked = entry.text("version");
        String exact = asked != null && asked.startsWith("==") && !asked.startsWith("===") && !asked.contains("*")
                ? asked.substring(2).strip()
                : null;
        Declaration.Builder found = Declaration.of(name)
                .version(exact)
                .constraint(exact == null ? asked : null)
                .fact("declared.marker", entry.text("markers"))
                .scope(category.equals("default") ? null : category.equals("develop") ? "dev" : category);
        entry.get("hashes").texts().forEach(found::integrity);
        for (String kind : new String[] {"git", "hg", "svn", "bzr", "path", "file"}) {
            if (entry.text(kind) != null) {
                found.source(kind.equals("file") ? "url" : kind)
                        .resolved(entry.text(kind))
                        .fact("declared.commit", entry.text("ref"));
            }
        }
        out.declared(found);
    }
}

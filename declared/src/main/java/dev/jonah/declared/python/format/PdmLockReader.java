package dev.jonah.declared.python.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Held;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.TomlDocument;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code pdm.lock} of versions 3 and 4. A package with extras stands there once more, and needs itself; both are one.
 * Versions before 4.4 list the checksums of all packages at their end, by name and version.
 */
public final class PdmLockReader {
    private final Findings out;
    private final Held held = new Held();
    private final Set<String> running = new HashSet<>();

    private PdmLockReader(Findings out) {
        this.out = out;
    }

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        PdmLockReader reader = new PdmLockReader(out);
        try {
            TomlDocument.read(
                    in,
                    limits,
                    new Outline()
                            .each((key, entry) -> reader.entry(entry), "package")
                            .each(reader::checksums, "metadata", "files")
                            .whole(reader::version, "metadata", "lock_version"));
        } finally {
            reader.held.release(out);
        }
    }

    private void version(Value value) {
        String version = value.text();
        if (version == null || !version.startsWith("3") && !version.startsWith("4.")) {
            out.unread("version " + version + " of the format");
        }
    }

    private void entry(Value entry) throws IOException {
        String name = entry.text("name");
        if (name == null) {
            out.unread("a package without a name");
            return;
        }
        String version = entry.text("version");
        Declaration.Builder found = held.hold(
                name + " " + version,
                Declaration.of(name)
                        .version(version)
                        .description(entry.text("summary"))
                        .fact("declared.marker", entry.text("marker"))
                        .fact("declared.commit", entry.text("revision")));
        place(entry, found);
        List<String> groups = entry.get("groups").texts();
        if (groups.contains("default")) {
            running.add(name + " " + version);
            found.noScopes();
        } else if (!running.contains(name + " " + version)) {
            groups.forEach(found::scope);
        }
        entry.get("files").items().forEach(file -> Archives.one(file, found));
        entry.get("dependencies").texts().forEach(needed -> {
            if (!needed.equals(name + "==" + version)) {
                found.dependency(needed);
            }
        });
    }

    private static void place(Value entry, Declaration.Builder found) {
        for (String kind : new String[] {"git", "url", "path"}) {
            if (entry.text(kind) != null) {
                found.source(kind).resolved(entry.text(kind));
            }
        }
    }

    private void checksums(String nameAndVersion, Value files) {
        Declaration.Builder found = held.get(nameAndVersion);
        if (found != null) {
            files.items().forEach(file -> Archives.one(file, found));
        }
    }
}

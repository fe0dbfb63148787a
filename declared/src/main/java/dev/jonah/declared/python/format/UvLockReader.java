package dev.jonah.declared.python.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.TomlDocument;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads {@code uv.lock}, version 1 in all revisions. The project itself and its workspace are among the packages. */
public final class UvLockReader {
    private UvLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        TomlDocument.read(
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

    private static void entry(Value entry, Findings out) {
        String name = entry.text("name");
        if (name == null) {
            out.unread("a package without a name");
            return;
        }
        Declaration.Builder found = Declaration.of(name).version(entry.text("version"));
        entry.get("source").scalars().forEach((kind, place) -> {
            switch (kind) {
                case "registry" -> found.fact("declared.index", place);
                case "virtual", "editable" ->
                    found.source(place.equals(".") ? "project" : "workspace").resolved(place);
                case "directory" -> found.source("path").resolved(place);
                case "git", "url", "path" -> found.source(kind).resolved(place);
                default -> {
                    // A subdirectory; nothing that tells another place.
                }
            }
        });
        Archives.add(entry, found);
        needs(entry.get("dependencies"), null, found);
        entry.get("optional-dependencies").fields().forEach((extra, list) -> needs(list, "extra " + extra, found));
        entry.get("dev-dependencies").fields().forEach((group, list) -> needs(list, "group " + group, found));
        out.declared(found);
    }

    private static void needs(Value list, @Nullable String why, Declaration.Builder found) {
        for (Value needed : list.items()) {
            String name = needed.text("name");
            if (name != null) {
                String version = needed.text("version");
                String text = version == null ? name : name + "==" + version;
                found.dependency(why == null ? text : text + " (" + why + ")");
            }
        }
    }
}

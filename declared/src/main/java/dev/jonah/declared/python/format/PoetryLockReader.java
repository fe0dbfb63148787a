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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code poetry.lock} of versions 1 and 2. Old ones list the checksums of all packages at their end. */
public final class PoetryLockReader {
    private final Findings out;
    private final Held held = new Held();
    private final Map<String, List<Declaration.Builder>> byName = new HashMap<>();

    private PoetryLockReader(Findings out) {
        this.out = out;
    }

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        PoetryLockReader reader = new PoetryLockReader(out);
        try {
            TomlDocument.read(
                    in,
                    limits,
                    new Outline()
                            .each((key, entry) -> reader.entry(entry), "package")
                            .whole(reader::metadata, "metadata"));
        } finally {
            reader.held.release(out);
        }
    }

    private void entry(Value entry) throws IOException {
        String name = entry.text("name");
        if (name == null) {
            out.unread("a package without a name");
            return;
        }
        Value source = entry.get("source");
        String type = source.text("type");
        String category = entry.text("category");
        Declaration.Builder found = Declaration.of(name)
                .version(entry.text("version"))
                .description(entry.text("description"))
                .source(type == null || type.equals("legacy") ? null : type.equals("directory") ? "path" : type)
                .resolved("legacy".equals(type) ? null : source.text("url"))
                .fact("declared.index", "legacy".equals(type) ? source.text("url") : null)
                .fact("declared.commit", "git".equals(type) ? source.text("resolved_reference") : null)
                .fact("declared.marker", entry.text("markers"))
                .scope("main".equals(category) ? null : category)
                .scope("optional", entry.flag("optional"));
        List<String> groups = entry.get("groups").texts();
        if (!groups.contains("main")) {
            groups.forEach(found::scope);
        }
        entry.get("files").items().forEach(file -> Archives.one(file, found));
        entry.get("dependencies").fields().forEach((needed, asked) -> found.dependency(needed, asked(asked)));
        held.hold(name + "@" + entry.text("version"), found);
        byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(found);
    }

    /** A constraint: a text, a table with a version, or a list of those for different Pythons. */
    private static String asked(Value asked) {
        String text = asked.text();
        Value first = asked.items().isEmpty() ? asked : asked.at(0);
        String version = first.text("version");
        return text != null ? text : version != null ? version : first.text() != null ? first.text() : "";
    }

    private void metadata(Value metadata) {
        String version = metadata.text("lock-version");
        if (version != null && !version.startsWith("1.") && !version.startsWith("2.")) {
            out.unread("version " + version + " of the format");
        }
        // Of versions before 1.0 and up to 1.1; they know a package by its name only.
        metadata.get("files").fields().forEach((name, files) -> files.items().forEach(file -> checksum(name, file)));
        metadata.get("hashes")
                .fields()
                .forEach((name, hashes) -> hashes.texts().forEach(hex -> checksum(name, Value.of(hex))));
    }

    private void checksum(String name, Value file) {
        // One name may stand there several times, with different versions for different Pythons.
        List<Declaration.Builder> found = byName.getOrDefault(name, List.of());
        String hex = file.text();
        if (found.size() == 1) {
            found.get(0).integrity(hex == null ? file.text("hash") : "sha256:" + hex);
        }
    }
}

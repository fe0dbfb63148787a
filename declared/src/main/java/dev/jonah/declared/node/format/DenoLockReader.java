package dev.jonah.declared.node.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.JsonDocument;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code deno.lock} of versions 2 to 5: packages of npm and of JSR. Modules that are imported by their address belong
 * to no package, and are passed over.
 */
public final class DenoLockReader {
    private DenoLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        JsonDocument.read(
                in,
                limits,
                new Outline()
                        .whole(version -> version(version, out), "version")
                        .each((key, entry) -> npm(key, entry, out), "npm", "packages")
                        .each((key, entry) -> npm(key, entry, out), "packages", "npm")
                        .each((key, entry) -> entry(key, entry, "jsr", out), "packages", "jsr")
                        .each((key, entry) -> entry(key, entry, "jsr", out), "jsr")
                        .each((key, entry) -> npm(key, entry, out), "npm"));
    }

    private static void version(Value value, Findings out) {
        String version = value.text();
        if (version == null || version.length() != 1 || "2345".indexOf(version) < 0) {
            out.unread("version " + version + " of the format");
        }
    }

    private static void npm(String key, Value entry, Findings out) {
        // Version 2 has a list of what was asked for beside the packages.
        if (!key.equals("specifiers")) {
            entry(key, entry, null, out);
        }
    }

    private static void entry(String key, Value entry, @Nullable String source, Findings out) {
        YarnKey name = YarnKey.parse(key);
        // Behind an underscore stand the versions of its peers.
        int peers = name.range().indexOf('_');
        Declaration.Builder found = Declaration.of(name.name())
                .version(peers < 0 ? name.range() : name.range().substring(0, peers))
                .integrity(entry.text("integrity"))
                .source(source);
        Value dependencies = entry.get("dependencies");
        dependencies.texts().forEach(found::dependency);
        dependencies.fields().forEach((dependency, chosen) -> found.dependency(chosen.text()));
        out.declared(found);
    }
}

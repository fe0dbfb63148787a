package dev.jonah.declared.node.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Held;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.declared.format.YamlDocument;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code pnpm-lock.yaml} of versions 5, 6 and 9. Since 9 what a package needs stands apart, in {@code snapshots}, and
 * whether it is for development only follows from that.
 */
public final class PnpmLockReader {
    private final Findings out;
    private final Held held = new Held();
    private final PnpmScopes scopes = new PnpmScopes();

    private PnpmLockReader(Findings out) {
        this.out = out;
    }

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        PnpmLockReader reader = new PnpmLockReader(out);
        try {
            YamlDocument.read(
                    in,
                    limits,
                    new Outline()
                            .whole(reader::version, "lockfileVersion")
                            .each((key, project) -> reader.scopes.importer(project), "importers")
                            .each(reader::entry, "packages")
                            .each(reader::snapshot, "snapshots"));
            reader.scopes.developmentOnly().forEach(reader::development);
        } finally {
            reader.held.release(out);
        }
    }

    private void version(Value value) {
        String version = value.text();
        if (version == null || !version.startsWith("5.") && !version.startsWith("6.") && !version.startsWith("9.")) {
            out.unread("version " + version + " of the format");
        }
    }

    private void entry(String key, Value entry) throws IOException {
        PnpmKey parsed = PnpmKey.parse(key);
        String name = entry.text("name") == null ? parsed.name() : entry.text("name");
        if (name == null) {
            out.unread("the entry '" + key + "'");
            return;
        }
        Value resolution = entry.get("resolution");
        String version = entry.text("version") == null ? parsed.version() : entry.text("version");
        Declaration.Builder found = held.hold(
                        key,
                        Declaration.of(name)
                                .version(version)
                                .source(source(resolution, parsed))
                                .resolved(place(resolution))
                                .integrity(resolution.text("integrity"))
                                .fact("declared.commit", resolution.text("commit"))
                                .fact("declared.deprecated", entry.text("deprecated")))
                .scope("dev", entry.flag("dev"))
                .scope("optional", entry.flag("optional"));
        needs(entry, found);
    }

    private void development(String key) {
        Declaration.Builder found = held.get(key);
        if (found != null) {
            found.scope("dev");
        }
    }

    private void snapshot(String key, Value entry) throws IOException {
        scopes.snapshot(key, entry);
        Declaration.Builder found = held.get(PnpmKey.withoutPeers(key));
        if (found != null) {
            found.scope("optional", entry.flag("optional"));
            needs(entry, found);
        }
    }

    private static void needs(Value entry, Declaration.Builder found) {
        found.dependencies(entry.get("dependencies").scalars())
                .dependencies(entry.get("optionalDependencies").scalars());
    }

    private static @Nullable String place(Value resolution) {
        for (String field : new String[] {"tarball", "repo", "directory"}) {
            String place = resolution.text(field);
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static @Nullable String source(Value resolution, PnpmKey key) {
        String type = resolution.text("type");
        if (type != null) {
            return type.equals("directory") ? "path" : type;
        }
        return key.place() == null ? null : resolution.text("tarball") == null ? Origin.of(key.place()) : "url";
    }
}

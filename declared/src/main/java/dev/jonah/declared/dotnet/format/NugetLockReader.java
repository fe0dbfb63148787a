package dev.jonah.declared.dotnet.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Held;
import dev.jonah.declared.format.JsonDocument;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Reads {@code packages.lock.json} of versions 1 and 2. It has one list for each target framework; a package that several
 * have in one version is one. Projects of the same solution have no version and are passed over.
 */
public final class NugetLockReader {
    private final Held held = new Held();
    private final Findings out;

    private NugetLockReader(Findings out) {
        this.out = out;
    }

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        NugetLockReader reader = new NugetLockReader(out);
        try {
            JsonDocument.read(
                    in,
                    limits,
                    new Outline().whole(reader::version, "version").each(reader::framework, "dependencies"));
        } finally {
            reader.held.release(out);
        }
    }

    private void version(Value value) {
        if (!"1".equals(value.text()) && !"2".equals(value.text())) {
            out.unread("version " + value.text() + " of the format");
        }
    }

    private void framework(String framework, Value packages) throws IOException {
        for (Map.Entry<String, Value> entry : packages.fields().entrySet()) {
            Value locked = entry.getValue();
            if (!"Project".equals(locked.text("type"))) {
                entry(framework, entry.getKey(), locked);
            }
        }
    }

    private void entry(String framework, String name, Value locked) throws IOException {
        String version = locked.text("resolved");
        String key = name + "@" + version;
        Declaration.Builder found = held.get(key);
        if (found == null) {
            String hash = locked.text("contentHash");
            found = held.hold(
                    key,
                    Declaration.of(name)
                            .version(version)
                            .constraint(version == null ? locked.text("requested") : null)
                            .integrity(hash == null ? null : "sha512-" + hash)
                            .scope("indirect", "Transitive".equals(locked.text("type")))
                            .dependencies(locked.get("dependencies").scalars()));
        }
        found.scope(framework);
    }
}

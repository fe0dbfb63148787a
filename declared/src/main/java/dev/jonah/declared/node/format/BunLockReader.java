package dev.jonah.declared.node.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.JsonDocument;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads {@code bun.lock} (versions 0 to 2). Each package is a list: its identity, for those of a registry where that is,
 * what it needs, and a checksum.
 */
public final class BunLockReader {
    private BunLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        JsonDocument.read(
                in,
                limits,
                new Outline()
                        .whole(version -> version(version, out), "lockfileVersion")
                        .each((key, entry) -> entry(key, entry, out), "packages"));
    }

    private static void version(Value value, Findings out) {
        String version = value.text();
        if (version == null || version.length() != 1 || "012".indexOf(version) < 0) {
            out.unread("version " + version + " of the format");
        }
    }

    private static void entry(String key, Value entry, Findings out) {
        String identity = entry.at(0).text();
        if (identity == null) {
            out.unread("the entry '" + key + "'");
            return;
        }
        YarnKey name = YarnKey.parse(identity);
        boolean place = name.range().indexOf(':') >= 0 || name.range().indexOf('/') >= 0;
        String source = Origin.of(name.range());
        Declaration.Builder found = Declaration.of(name.name())
                .version(place ? null : name.range())
                .source(place && source == null ? "url" : source)
                .resolved(place ? name.range() : null);
        String alias =
                key.substring(key.lastIndexOf('/', key.length() - name.name().length()) + 1);
        found.fact("declared.alias", key.endsWith(name.name()) ? null : alias);
        for (int i = 1; i < entry.items().size(); i++) {
            Value part = entry.at(i);
            String text = part.text();
            found.dependencies(part.get("dependencies").scalars())
                    .dependencies(part.get("optionalDependencies").scalars())
                    .scope("bundled", part.flag("bundled"));
            if (text != null && i == 1 && !place) {
                found.resolved(text);
            } else if (text != null && text.startsWith("sha")) {
                found.integrity(text);
            }
        }
        out.declared(found);
    }
}

package dev.jonah.declared.node.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.declared.format.YamlDocument;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;

/** Reads the lock file of yarn 2 and newer. What counts is the {@code resolution}: {@code name@npm:1.2.3}. */
final class BerryLock {
    private BerryLock() {}

    static void read(InputStream in, Limits limits, Findings out) throws IOException {
        YamlDocument.read(in, limits, new Outline().each((key, entry) -> {
                    if (!key.equals("__metadata")) {
                        entry(key, entry, out);
                    }
                }));
    }

    private static void entry(String key, Value entry, Findings out) {
        String resolution = entry.text("resolution");
        if (resolution == null) {
            out.unread("the entry '" + key + "'");
            return;
        }
        YarnKey resolved = YarnKey.parse(resolution);
        int colon = resolved.range().indexOf(':');
        String protocol = colon < 0 ? "npm" : resolved.range().substring(0, colon);
        boolean registry = protocol.equals("npm");
        boolean local = protocol.equals("workspace");
        YarnKey asked = YarnKey.parse(key);
        out.declared(Declaration.of(resolved.name())
                .version(local ? null : entry.text("version"))
                .source(registry ? null : protocol.startsWith("http") ? "url" : protocol)
                .resolved(registry || local ? null : resolved.range())
                .integrity(entry.text("checksum"))
                .dependencies(entry.get("dependencies").scalars())
                .fact("declared.alias", asked.name().equals(resolved.name()) ? null : asked.name())
                .fact("declared.conditions", entry.text("conditions")));
    }
}

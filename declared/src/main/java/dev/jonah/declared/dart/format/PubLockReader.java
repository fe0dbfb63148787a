package dev.jonah.declared.dart.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.declared.format.YamlDocument;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;

/** Reads {@code pubspec.lock}. Packages of an SDK, such as Flutter's own, have the version 0.0.0, which is none. */
public final class PubLockReader {
    private PubLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        YamlDocument.read(in, limits, new Outline().each((name, entry) -> entry(name, entry, out), "packages"));
    }

    private static void entry(String name, Value entry, Findings out) {
        String source = entry.text("source");
        Value place = entry.get("description");
        String sum = place.text("sha256");
        String needed = entry.text("dependency");
        boolean sdk = "sdk".equals(source);
        out.declared(Declaration.of(place.text("name") == null ? name : place.text("name"))
                .version(sdk ? null : entry.text("version"))
                .source("hosted".equals(source) ? null : source)
                .resolved(place.text("url") != null ? place.text("url") : place.text("path"))
                .integrity(sum == null || sum.isEmpty() ? null : "sha256:" + sum)
                .fact("declared.commit", place.text("resolved-ref"))
                .scope("indirect", "transitive".equals(needed))
                .scope("dev", "direct dev".equals(needed)));
    }
}

package dev.jonah.declared.php.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.JsonDocument;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads {@code composer.lock} of Composer 1 and 2. */
public final class ComposerLockReader {
    private ComposerLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        JsonDocument.read(
                in,
                limits,
                new Outline()
                        .each((key, entry) -> entry(entry, null, out), "packages")
                        .each((key, entry) -> entry(entry, "dev", out), "packages-dev"));
    }

    private static void entry(Value entry, @Nullable String scope, Findings out) {
        String name = entry.text("name");
        if (name == null) {
            out.unread("a package without a name");
            return;
        }
        Value archive = entry.get("dist");
        Value source = entry.get("source");
        Value from = archive.text("url") == null ? source : archive;
        String sum = archive.text("shasum");
        Declaration.Builder found = Declaration.of(name)
                .version(entry.text("version"))
                .description(entry.text("description"))
                .homepage(entry.text("homepage"))
                .scope(scope)
                .resolved(from.text("url"))
                .source("path".equals(archive.text("type")) ? "path" : archive.isNothing() ? source.text("type") : null)
                .integrity(sum == null || sum.isEmpty() ? null : "sha1:" + sum)
                .fact("declared.commit", source.text("reference"))
                .fact("declared.repository", source.text("url"))
                .fact("declared.type", entry.text("type"))
                .dependencies(entry.get("require").scalars());
        entry.get("license").texts().forEach(found::license);
        out.declared(found);
    }
}

package dev.jonah.declared.cpp.format;

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
 * Reads {@code conan.lock}: lists of references, as Conan 2 writes them (version 0.5), and the graph of Conan 1 (0.4). A
 * reference is {@code name/version@user/channel#recipe-revision%time}.
 */
public final class ConanLockReader {
    private ConanLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        JsonDocument.read(
                in,
                limits,
                new Outline()
                        .whole(version -> version(version, out), "version")
                        .each((key, entry) -> list(entry, null, out), "requires")
                        .each((key, entry) -> list(entry, "build", out), "build_requires")
                        .each((key, entry) -> list(entry, "python", out), "python_requires")
                        .each((key, entry) -> list(entry, "config", out), "config_requires")
                        .each((key, entry) -> node(entry, out), "graph_lock", "nodes"));
    }

    private static void version(Value value, Findings out) {
        String version = value.text();
        if (version == null || !version.startsWith("0.")) {
            out.unread("version " + version + " of the format");
        }
    }

    /** A reference, or a pair of one and what is known of its packages. */
    private static void list(Value entry, @Nullable String scope, Findings out) {
        String reference = entry.text() == null ? entry.at(0).text() : entry.text();
        declare(reference, null, scope, out);
    }

    private static void node(Value entry, Findings out) {
        String reference = entry.text("ref");
        // A file beside the lock file has no reference: that is who asks for all the others.
        if (reference != null || entry.text("path") == null) {
            String scope = "build".equals(entry.text("context")) ? "build" : null;
            declare(reference, entry.text("prev"), scope, out);
        }
    }

    private static void declare(
            @Nullable String reference, @Nullable String packageRevision, @Nullable String scope, Findings out) {
        String text = reference == null ? "" : reference;
        int time = text.indexOf('%');
        text = time < 0 ? text : text.substring(0, time);
        int hash = text.indexOf('#');
        String revision = hash < 0 ? null : text.substring(hash + 1);
        text = hash < 0 ? text : text.substring(0, hash);
        int at = text.indexOf('@');
        String owner = at < 0 ? "" : text.substring(at + 1);
        text = at < 0 ? text : text.substring(0, at);
        int slash = text.indexOf('/');
        if (slash <= 0) {
            out.unread("the reference '" + reference + "'");
            return;
        }
        int channel = owner.indexOf('/');
        out.declared(Declaration.of(text.substring(0, slash))
                .version(text.substring(slash + 1))
                .scope(scope)
                .qualifier("user", channel < 0 ? owner : owner.substring(0, channel))
                .qualifier("channel", channel < 0 ? null : owner.substring(channel + 1))
                .qualifier("rrev", "0".equals(revision) ? null : revision)
                .qualifier("prev", "0".equals(packageRevision) ? null : packageRevision));
    }
}

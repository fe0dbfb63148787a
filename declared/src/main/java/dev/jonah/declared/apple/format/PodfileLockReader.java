package dev.jonah.declared.apple.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Held;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.declared.format.YamlDocument;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Podfile.lock}. Pods stand as {@code Name (1.0)} or {@code Name/Part (1.0)}, with what they need below them;
 * checksums of their specifications and places of those from elsewhere stand in sections of their own.
 */
public final class PodfileLockReader {
    private final Findings out;
    private final Held held = new Held();

    private PodfileLockReader(Findings out) {
        this.out = out;
    }

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        PodfileLockReader reader = new PodfileLockReader(out);
        try {
            YamlDocument.read(
                    in,
                    limits,
                    new Outline()
                            .each((key, pod) -> reader.pod(pod), "PODS")
                            .each(reader::place, "EXTERNAL SOURCES")
                            .each(reader::commit, "CHECKOUT OPTIONS")
                            .each(reader::checksum, "SPEC CHECKSUMS"));
        } finally {
            reader.held.release(out);
        }
    }

    private void pod(Value pod) throws IOException {
        String single = pod.text();
        if (single != null) {
            begin(single);
        }
        for (Map.Entry<String, Value> entry : pod.fields().entrySet()) {
            Declaration.Builder found = begin(entry.getKey());
            if (found != null) {
                entry.getValue().texts().forEach(found::dependency);
            }
        }
    }

    private Declaration.@Nullable Builder begin(String text) throws IOException {
        int open = text.indexOf(" (");
        if (open <= 0 || !text.endsWith(")")) {
            out.unread("the pod '" + text + "'");
            return null;
        }
        String name = text.substring(0, open);
        return held.hold(name, Declaration.of(name).version(text.substring(open + 2, text.length() - 1)));
    }

    private void place(String name, Value place) {
        Declaration.Builder found = held.get(name);
        place.scalars().forEach((kind, where) -> {
            String source = kind.startsWith(":") ? kind.substring(1) : kind;
            if (found != null && !source.equals("branch") && !source.equals("tag") && !source.equals("commit")) {
                found.source(source).resolved(where);
            }
        });
    }

    private void commit(String name, Value options) {
        Declaration.Builder found = held.get(name);
        if (found != null) {
            found.fact("declared.commit", options.text(":commit"));
        }
    }

    private void checksum(String name, Value sum) {
        Declaration.Builder found = held.get(name);
        if (found != null) {
            found.fact("declared.spec-integrity", sum.text() == null ? null : "sha1:" + sum.text());
        }
    }
}

package dev.jonah.declared.ruby.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Held;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Gemfile.lock} and {@code gems.locked}. Sections stand at the margin; below {@code specs:} gems are indented by
 * four blanks and what they need by six. Checksums stand in a section of their own behind them.
 */
public final class GemfileLockReader {
    private final Held held = new Held();
    private String section = "";
    private @Nullable String remote;
    private @Nullable String revision;
    private Declaration.@Nullable Builder gem;

    private GemfileLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        GemfileLockReader reader = new GemfileLockReader();
        try (LineReader lines = new LineReader(in, limits)) {
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                if (!line.isBlank() && !reader.line(line)) {
                    out.unread("line " + lines.lineNumber());
                }
            }
        } finally {
            reader.held.release(out);
        }
    }

    private boolean line(String line) throws IOException {
        String text = line.strip();
        int indent = line.indexOf(text.charAt(0));
        if (indent == 0) {
            section = text;
            remote = null;
            revision = null;
            gem = null;
            return true;
        }
        return switch (section) {
            case "GEM", "GIT", "PATH", "PLUGIN SOURCE" ->
                indent == 2 ? option(text) : indent == 4 ? spec(text) : need(text);
            case "CHECKSUMS" -> checksum(text);
            // What was asked for, and for which platforms; of no use beyond what was chosen.
            default -> true;
        };
    }

    private boolean option(String text) {
        if (text.startsWith("remote: ")) {
            // Of several remotes the last is asked first.
            remote = text.substring(8);
        } else if (text.startsWith("revision: ")) {
            revision = text.substring(10);
        }
        return true;
    }

    private boolean spec(String text) throws IOException {
        Spec spec = Spec.parse(text);
        if (spec == null) {
            return false;
        }
        gem = held.hold(
                text,
                Declaration.of(spec.name)
                        .version(spec.version)
                        .qualifier("platform", spec.platform)
                        .source(section.equals("GEM") ? null : section.startsWith("PLUGIN") ? "plugin" : lower(section))
                        .resolved(remote)
                        .fact("declared.commit", revision));
        return true;
    }

    private static String lower(String section) {
        return section.equals("GIT") ? "git" : "path";
    }

    private boolean need(String text) {
        if (gem != null) {
            gem.dependency(text.endsWith("!") ? text.substring(0, text.length() - 1) : text);
        }
        return gem != null;
    }

    /** {@code name (version-platform) sha256=…,…}. */
    private boolean checksum(String text) {
        int end = text.indexOf(')');
        Declaration.Builder found = end < 0 ? null : held.get(text.substring(0, end + 1));
        if (found == null) {
            return end >= 0;
        }
        for (String sum : text.substring(end + 1).strip().split(",")) {
            found.integrity(sum.replaceFirst("=", ":"));
        }
        return true;
    }

    /** {@code name (version)} or {@code name (version-platform)}; no version of a gem has a hyphen. */
    private record Spec(
            String name, String version, @Nullable String platform) {
        static @Nullable Spec parse(String text) {
            int open = text.indexOf(" (");
            if (open <= 0 || !text.endsWith(")")) {
                return null;
            }
            String version = text.substring(open + 2, text.length() - 1);
            int hyphen = version.indexOf('-');
            return hyphen < 0
                    ? new Spec(text.substring(0, open), version, null)
                    : new Spec(text.substring(0, open), version.substring(0, hyphen), version.substring(hyphen + 1));
        }
    }
}

package dev.jonah.declared.beam.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code mix.lock}: a map of Elixir, one application a line. Of a package of Hex it tells name, version, checksums, what
 * it needs and the repository; of a repository of git its place and commit.
 */
public final class MixLockReader {
    private MixLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        try (LineReader lines = new LineReader(in, limits)) {
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                String text = line.strip();
                if (text.equals("%{") || text.equals("}") || text.equals("%{}") || text.isEmpty()) {
                    continue;
                }
                try {
                    // Mix writes each entry on a line of its own, however long.
                    String entry = text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
                    new Terms("%{" + entry + "}").read(0).fields().forEach((name, value) -> entry(name, value, out));
                } catch (IOException e) {
                    out.unread("line " + lines.lineNumber() + ": " + e.getMessage());
                }
            }
        }
    }

    private static void entry(String application, Value entry, Findings out) {
        String kind = entry.at(0).text();
        if ("hex".equals(kind)) {
            String name = entry.at(1).text() == null ? application : entry.at(1).text();
            String repository = entry.at(6).text();
            String organization =
                    repository != null && repository.startsWith("hexpm:") ? repository.substring(6) : null;
            Declaration.Builder found = Declaration.of(name)
                    .version(entry.at(2).text())
                    .integrity(sum(entry.at(7)))
                    .fact("declared.inner-integrity", sum(entry.at(3)))
                    .fact("declared.alias", application.equals(name) ? null : application)
                    .fact("declared.organization", organization)
                    .source(
                            repository == null || organization != null || repository.equals("hexpm")
                                    ? null
                                    : repository);
            // {:name, "~> 1.0", [hex: :name, repo: "hexpm", optional: false]}
            entry.at(5)
                    .items()
                    .forEach(need -> found.dependency(
                            String.valueOf(need.at(0).text()), need.at(1).text()));
            out.declared(found);
        } else if ("git".equals(kind)) {
            out.declared(Declaration.of(application)
                    .source("git")
                    .resolved(entry.at(1).text())
                    .fact("declared.commit", entry.at(2).text()));
        } else {
            out.unread("the entry '" + application + "'");
        }
    }

    private static @Nullable String sum(Value hex) {
        return hex.text() == null ? null : "sha256:" + hex.text();
    }
}

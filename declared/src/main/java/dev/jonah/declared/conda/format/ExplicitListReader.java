package dev.jonah.declared.conda.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a list of URLs as {@code conda list --explicit} and conda-lock write it: after {@code @EXPLICIT} one address a line,
 * with an MD5 behind {@code #}. Packages of pip stand in remarks, {@code # pip name @ url}.
 */
public final class ExplicitListReader {
    private ExplicitListReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. A file without {@code @EXPLICIT} is none, and gives nothing. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        boolean explicit = false;
        try (LineReader lines = new LineReader(in, limits)) {
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                String text = line.strip();
                if (text.equals("@EXPLICIT")) {
                    explicit = true;
                } else if (explicit && text.startsWith("# pip ")) {
                    pip(text.substring(6), out);
                } else if (explicit && !text.isEmpty() && !text.startsWith("#")) {
                    url(text, lines.lineNumber(), out);
                }
            }
        }
    }

    private static void url(String text, long line, Findings out) {
        CondaUrl url = CondaUrl.parse(text);
        if (url == null) {
            out.unread("line " + line);
            return;
        }
        int hash = text.indexOf('#');
        Declaration.Builder found = Declaration.of(url.name())
                .version(url.version())
                .resolved(hash < 0 ? text : text.substring(0, hash))
                .integrity(hash < 0 ? null : sum(text.substring(hash + 1)));
        url.qualify(found);
        out.declared(found);
    }

    private static String sum(String text) {
        return text.startsWith("sha256:") ? text : "md5:" + text;
    }

    private static void pip(String text, Findings out) {
        int at = text.indexOf(" @ ");
        String url = at < 0 ? null : text.substring(at + 3);
        int hash = url == null ? -1 : url.indexOf('#');
        if (url == null) {
            out.unread("pip " + text);
            return;
        }
        out.declared(Declaration.of(text.substring(0, at))
                .source("pip")
                .resolved(hash < 0 ? url : url.substring(0, hash))
                .integrity(
                        hash < 0
                                ? null
                                : url.substring(hash + 1)
                                        .replaceFirst("^--hash=", "")
                                        .replace('=', ':')));
    }
}

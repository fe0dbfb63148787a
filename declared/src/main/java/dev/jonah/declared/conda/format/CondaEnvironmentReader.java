package dev.jonah.declared.conda.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.declared.format.YamlDocument;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code environment.yml} of conda. {@code name==1.2} and {@code name=1.2=build} choose a version, {@code name=1.2} any
 * that begins so. What it asks of pip is read as far as it is pinned by {@code ==}.
 */
public final class CondaEnvironmentReader {
    private static final Pattern SPEC = Pattern.compile("(?:[^\\s:]*::)?([A-Za-z0-9_][A-Za-z0-9_.-]*)\\s*(.*)");
    private static final Pattern EXACT = Pattern.compile("==?\\s*([^=\\s*,|<>!~]+)(?:=([^=\\s*]+))?");
    private static final Pattern PIP = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*)(\\[[^\\]]*\\])?\\s*([=<>!~;].*)?");

    private CondaEnvironmentReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        YamlDocument.read(in, limits, new Outline().each((key, entry) -> entry(entry, out), "dependencies"));
    }

    private static void entry(Value entry, Findings out) {
        String spec = entry.text();
        if (spec != null) {
            conda(spec.strip(), out);
        }
        entry.get("pip").texts().forEach(requirement -> pip(requirement.strip(), out));
    }

    private static void conda(String spec, Findings out) {
        Matcher parts = SPEC.matcher(spec);
        if (!parts.matches()) {
            out.unread(spec);
            return;
        }
        String asked = parts.group(2).strip();
        Matcher exact = EXACT.matcher(asked);
        boolean chosen = exact.matches() && (asked.startsWith("==") || exact.group(2) != null);
        out.declared(Declaration.of(parts.group(1))
                .version(chosen ? exact.group(1) : null)
                .qualifier("build", chosen ? exact.group(2) : null)
                .constraint(chosen ? null : asked));
    }

    private static void pip(String requirement, Findings out) {
        Matcher parts = PIP.matcher(requirement);
        if (!parts.matches()) {
            out.unread("pip: " + requirement);
            return;
        }
        String asked = parts.group(3) == null ? "" : parts.group(3);
        int marker = asked.indexOf(';');
        String range = (marker < 0 ? asked : asked.substring(0, marker)).strip();
        boolean chosen = range.startsWith("==") && range.indexOf(',') < 0 && range.indexOf('*') < 0;
        out.declared(Declaration.of(parts.group(1))
                .source("pip")
                .version(chosen ? range.replaceFirst("^=+\\s*", "") : null)
                .constraint(chosen ? null : range)
                .fact("declared.extras", parts.group(2))
                .fact(
                        "declared.marker",
                        marker < 0 ? null : asked.substring(marker + 1).strip()));
    }
}

package dev.jonah.declared.python.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code requirements.txt} (pip.pypa.io, "Requirements File Format"; PEP 508). Only {@code ==} and {@code ===} choose a
 * version; everything else is a constraint. Other files that the list includes are not looked for.
 */
public final class RequirementsReader {
    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\\s*(\\[[^\\]]*\\])?\\s*");
    private static final Pattern EXACT = Pattern.compile("={2,3}\\s*([^\\s,*]+)");
    private static final Pattern HASH = Pattern.compile("--hash[= ]\\s*(\\S+)");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");
    private static final Pattern OPTIONS = Pattern.compile("\\s--?[a-z].*");
    private static final Pattern EGG = Pattern.compile("[#&]egg=([A-Za-z0-9][A-Za-z0-9._-]*)");
    /** What a logical line may grow to by continuation. */
    private static final int LONGEST = 1 << 20;

    private RequirementsReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        StringBuilder joined = new StringBuilder();
        try (LineReader lines = new LineReader(in, limits)) {
            long start = 1;
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                if (lines.lineNumber() == 1 && line.startsWith("\ufeff")) {
                    line = line.substring(1);
                }
                boolean continues = line.endsWith("\\") && !line.stripLeading().startsWith("#");
                joined.append(continues ? line.substring(0, line.length() - 1) : line);
                if (joined.length() > LONGEST) {
                    throw new IOException("the line that begins at line " + start + " is too long");
                }
                if (!continues) {
                    line(joined.toString(), start, out);
                    joined.setLength(0);
                    start = lines.lineNumber() + 1;
                }
            }
            line(joined.toString(), start, out);
        }
    }

    private static void line(String line, long number, Findings out) {
        String text = line.contains("#egg=")
                ? line.strip()
                : COMMENT.matcher(line).replaceFirst("").strip();
        if (text.isEmpty()) {
            return;
        }
        Declaration.Builder found = text.startsWith("-") ? editable(text) : requirement(text);
        if (found != null) {
            out.declared(found);
        } else if (!text.startsWith("-") || text.startsWith("-r") || text.startsWith("-e") || isIncluding(text)) {
            out.unread("line " + number + ": " + (text.length() > 100 ? text.substring(0, 100) + "…" : text));
        }
    }

    private static boolean isIncluding(String text) {
        return text.startsWith("--requirement") || text.startsWith("--editable");
    }

    private static Declaration.@Nullable Builder editable(String text) {
        boolean editable = text.startsWith("-e") || text.startsWith("--editable");
        return editable ? place(text.substring(text.startsWith("-e") ? 2 : 10)) : null;
    }

    /** A place with {@code #egg=name}, the old way to name what lies there. */
    private static Declaration.@Nullable Builder place(String text) {
        Matcher egg = EGG.matcher(text);
        String place = text.replaceFirst("^[=\\s]+", "").strip();
        return egg.find() ? Declaration.of(egg.group(1)).source(source(place)).resolved(place) : null;
    }

    private static Declaration.@Nullable Builder requirement(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.lookingAt()) {
            return place(text);
        }
        String rest = text.substring(name.end());
        if (!rest.isEmpty() && "=<>!~@;(-".indexOf(rest.charAt(0)) < 0) {
            return place(text);
        }
        Declaration.Builder found = Declaration.of(name.group(1)).fact("declared.extras", name.group(2));
        Matcher hash = HASH.matcher(rest);
        while (hash.find()) {
            found.integrity(hash.group(1));
        }
        String asked = OPTIONS.matcher(" " + rest).replaceFirst("").strip();
        int semicolon = asked.startsWith("@") ? asked.indexOf(" ;") : asked.indexOf(';');
        if (semicolon >= 0) {
            found.fact(
                    "declared.marker",
                    asked.substring(asked.indexOf(';', semicolon) + 1).strip());
            asked = asked.substring(0, semicolon).strip();
        }
        if (asked.startsWith("@")) {
            String place = asked.substring(1).strip();
            return found.source(source(place)).resolved(place);
        }
        if (asked.startsWith("(") && asked.endsWith(")")) {
            asked = asked.substring(1, asked.length() - 1).strip();
        }
        Matcher exact = EXACT.matcher(asked);
        return exact.matches() ? found.version(exact.group(1)) : found.constraint(asked);
    }

    private static String source(String place) {
        int plus = place.indexOf('+');
        int colon = place.indexOf(':');
        boolean vcs = plus > 0 && plus < colon;
        return vcs ? place.substring(0, plus) : colon > 0 && !place.startsWith("file:") ? "url" : "path";
    }
}

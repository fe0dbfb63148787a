package dev.jonah.declared.golang.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code go.mod} (go.dev/ref/mod, "go.mod files"): what {@code require} names, with what {@code replace} puts in its
 * place. The module itself has no version there, and is not told.
 */
public final class GoModReader {
    private static final int MOST = 500_000;

    private record Required(String module, String version, boolean indirect) {}

    private final List<Required> required = new ArrayList<>();
    /** By module, or by {@code module version}. */
    private final Map<String, String> replacements = new HashMap<>();

    private final Findings out;
    private @Nullable String block;

    private GoModReader(Findings out) {
        this.out = out;
    }

    /**
     * As {@link dev.jonah.declared.format.DeclarationReader#read}.
     *
     * @param sums checksums by {@code module version}
     */
    public static void read(InputStream in, Limits limits, Map<String, String> sums, Findings out) throws IOException {
        GoModReader reader = new GoModReader(out);
        try (LineReader lines = new LineReader(in, limits)) {
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                if (!reader.line(line)) {
                    out.unread("line " + lines.lineNumber());
                }
            }
        } finally {
            reader.required.forEach(module -> reader.hand(module, sums));
        }
    }

    private boolean line(String line) throws IOException {
        int comment = line.indexOf("//");
        String remark = comment < 0 ? "" : line.substring(comment + 2).strip();
        List<String> words = words(comment < 0 ? line : line.substring(0, comment));
        if (words.isEmpty()) {
            return true;
        }
        if (block != null) {
            if (words.get(0).equals(")")) {
                block = null;
                return true;
            }
            return directive(block, words, remark);
        }
        String name = words.get(0);
        List<String> rest = words.subList(1, words.size());
        if (rest.size() == 1 && rest.get(0).equals("(")) {
            block = name;
            return true;
        }
        return directive(name, rest, remark);
    }

    private boolean directive(String name, List<String> words, String remark) throws IOException {
        if (required.size() + replacements.size() > MOST) {
            throw new IOException("it has more than " + MOST + " lines");
        }
        if (name.equals("require")) {
            if (words.size() == 2) {
                required.add(new Required(words.get(0), words.get(1), remark.startsWith("indirect")));
            }
            return words.size() == 2;
        }
        int arrow = words.indexOf("=>");
        if (name.equals("replace")) {
            boolean good = arrow >= 1 && arrow <= 2 && words.size() - arrow >= 2 && words.size() - arrow <= 3;
            if (good) {
                replacements.put(
                        String.join(" ", words.subList(0, arrow)),
                        String.join(" ", words.subList(arrow + 1, words.size())));
            }
            return good;
        }
        return true;
    }

    private void hand(Required module, Map<String, String> sums) {
        String own = module.module + " " + module.version;
        String replacement = replacements.getOrDefault(own, replacements.get(module.module));
        int blank = replacement == null ? -1 : replacement.indexOf(' ');
        boolean directory = replacement != null && blank < 0;
        String used = replacement == null || directory ? own : replacement;
        int end = used.indexOf(' ');
        Declaration.Builder found = Declaration.of(used.substring(0, end))
                // A directory has no version that others know.
                .version(directory ? null : used.substring(end + 1))
                .source(directory ? "path" : null)
                .resolved(directory ? replacement : null)
                .integrity(directory ? null : sums.get(used))
                .scope("indirect", module.indirect)
                .fact("declared.replaces", replacement == null ? null : own.replace(' ', '@'));
        out.declared(found);
    }

    /** Words; strings in double or back quotes are one. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == ' ' || c == '\t' || c == '\r') {
                i++;
                continue;
            }
            int start = i;
            if (c == '"' || c == '`') {
                int close = line.indexOf(c, i + 1);
                i = close < 0 ? line.length() : close + 1;
                words.add(line.substring(start + 1, close < 0 ? i : close));
                continue;
            }
            while (i < line.length() && line.charAt(i) != ' ' && line.charAt(i) != '\t') {
                i++;
            }
            words.add(line.substring(start, i));
        }
        return words;
    }
}

package dev.jonah.declared.node.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lock file of yarn 1: entries at the margin, their fields and lists indented by two and four blanks. */
final class ClassicYarnLock {
    private final Findings out;
    private Declaration.@Nullable Builder entry;
    private boolean inDependencies;

    private ClassicYarnLock(Findings out) {
        this.out = out;
    }

    static void read(InputStream in, Limits limits, Findings out) throws IOException {
        ClassicYarnLock reader = new ClassicYarnLock(out);
        try (LineReader lines = new LineReader(in, limits)) {
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                if (!reader.line(line)) {
                    out.unread("line " + lines.lineNumber());
                }
            }
        }
        reader.end();
    }

    private boolean line(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return true;
        }
        List<String> words = words(line);
        if (!line.startsWith(" ")) {
            end();
            return begin(line, words);
        }
        if (entry == null || words.isEmpty()) {
            return false;
        }
        if (line.startsWith("    ")) {
            if (inDependencies) {
                entry.dependency(words.get(0), words.size() > 1 ? words.get(1) : null);
            }
            return true;
        }
        String value = words.size() > 1 ? words.get(1) : null;
        inDependencies = line.endsWith("ependencies:");
        switch (words.get(0)) {
            case "version" -> entry.version(value);
            case "resolved" -> entry.resolved(value).source(Origin.of(value));
            case "integrity" -> entry.integrity(value);
            default -> {
                // Lists follow, or nothing that is told here.
            }
        }
        return true;
    }

    private boolean begin(String line, List<String> words) {
        if (!line.endsWith(":") || words.isEmpty()) {
            return false;
        }
        YarnKey key = YarnKey.parse(words.get(0));
        YarnKey real = key.real();
        entry = Declaration.of(real.name()).fact("declared.alias", real.equals(key) ? null : key.name());
        return true;
    }

    private void end() {
        if (entry != null) {
            out.declared(entry);
        }
        entry = null;
        inDependencies = false;
    }

    /** Words of a line: bare ones, or quoted ones with the escapes of JSON. Commas and a colon at the end part them. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == ' ' || c == ',' || c == ':') {
                i++;
                continue;
            }
            StringBuilder word = new StringBuilder();
            if (c == '"') {
                for (i++; i < line.length() && line.charAt(i) != '"'; i++) {
                    if (line.charAt(i) == '\\' && i + 1 < line.length()) {
                        i++;
                    }
                    word.append(line.charAt(i));
                }
                i++;
            } else {
                for (; i < line.length() && line.charAt(i) != ' ' && line.charAt(i) != ','; i++) {
                    word.append(line.charAt(i));
                }
                if (i == line.length() && word.length() > 1 && line.endsWith(":")) {
                    word.setLength(word.length() - 1);
                }
            }
            words.add(word.toString());
        }
        return words;
    }
}

package dev.jonah.appdb.haskell.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registration of an installed package (GHC user's guide, "InstalledPackageInfo"): fields at the start of lines,
 * whose values go on over indented and empty lines.
 *
 * @param fields values by name in lower case, in order; of repeated fields the first one counts
 * @param malformed how many lines are no part of a field
 */
public record Registration(Map<String, String> fields, int malformed) {
    private static final int MOST_FIELDS = 10_000;

    /** Copies the map. */
    public Registration {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Reads one file; {@code in} is closed.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line or the whole is longer than the limits allow
     */
    public static Registration read(InputStream in, Limits limits) throws IOException {
        Map<String, StringBuilder> fields = new LinkedHashMap<>();
        StringBuilder value = null;
        int malformed = 0;
        try (LineReader lines = new LineReader(in, limits)) {
            String line;
            while ((line = lines.readText()) != null) {
                boolean goesOn = line.isBlank() || line.charAt(0) == ' ' || line.charAt(0) == '\t';
                int colon = line.indexOf(':');
                if (goesOn && value != null) {
                    value.append('\n').append(line.strip());
                } else if (!goesOn && colon > 0 && fields.size() < MOST_FIELDS) {
                    value = new StringBuilder(line.substring(colon + 1).strip());
                    fields.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), value);
                } else if (!line.isBlank()) {
                    malformed++;
                }
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((name, text) -> texts.put(name, text.toString().strip()));
        return new Registration(texts, malformed);
    }

    /** The value of a field, its lines divided by line feeds; null if it is empty or absent. */
    public @Nullable String text(String name) {
        String text = fields.get(name);
        return text == null || text.isEmpty() ? null : text;
    }

    /** What a field lists, divided by blanks or commas; quotation marks around an item are taken away. */
    public List<String> words(String name) {
        List<String> words = new ArrayList<>();
        String text = text(name);
        for (String word : text == null ? new String[0] : text.split("[\\s,]+")) {
            boolean quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
            words.add(quoted ? word.substring(1, word.length() - 1) : word);
        }
        words.removeIf(String::isEmpty);
        return words;
    }

    /** The modules of the package itself, exposed and hidden, without those that it only passes on. */
    public List<String> modules() {
        List<String> modules = new ArrayList<>();
        for (String field : List.of("exposed-modules", "hidden-modules")) {
            List<String> words = words(field);
            for (int i = 0; i < words.size(); i++) {
                boolean passedOn = i + 2 < words.size() && words.get(i + 1).equals("from");
                if (passedOn) {
                    i += 2;
                } else {
                    modules.add(words.get(i));
                }
            }
        }
        return modules;
    }
}

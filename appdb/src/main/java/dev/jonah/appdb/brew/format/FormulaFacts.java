package dev.jonah.appdb.brew.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a formula states at its top, as far as it is a plain text: formulas are programs, which are never run here.
 *
 * @param description or null
 * @param homepage or null
 * @param license or null, as where it is an expression
 */
public record FormulaFacts(
        @Nullable String description,
        @Nullable String homepage,
        @Nullable String license) {
    private static final int MOST_LINES = 200;
    private static final Pattern FACT =
            Pattern.compile("  (desc|homepage|license) \"((?:[^\"\\\\]|\\\\[\"\\\\]){1,1000})\"");

    /**
     * Reads one formula; {@code in} is closed.
     *
     * @throws IOException if it cannot be read, or is larger than the limits allow
     */
    public static FormulaFacts read(InputStream in, Limits limits) throws IOException {
        Map<String, String> facts = new HashMap<>();
        try (LineReader lines = new LineReader(in, limits)) {
            String line;
            while ((line = lines.readText()) != null && lines.lineNumber() <= MOST_LINES) {
                Matcher fact = FACT.matcher(line);
                if (line.length() < 2000 && fact.matches()) {
                    facts.putIfAbsent(
                            fact.group(1), fact.group(2).replace("\\\"", "\"").replace("\\\\", "\\"));
                }
            }
        }
        return new FormulaFacts(facts.get("desc"), facts.get("homepage"), facts.get("license"));
    }
}

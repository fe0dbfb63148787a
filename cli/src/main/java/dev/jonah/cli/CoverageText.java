package dev.jonah.cli;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.packages.Coverage;

/** What a plugin reads, claims and compares, below its line in the list of plugins. */
final class CoverageText {
    private static final String INDENT = "    ";
    private static final int LABEL = 10;

    private CoverageText() {}

    static void append(Coverage coverage, int columns, StringBuilder out) {
        paragraph("finds", coverage.ecosystem(), columns, out);
        paragraph("reads", coverage.read(), columns, out);
        paragraph("claims", coverage.claimed(), columns, out);
        paragraph("compares", coverage.compared(), columns, out);
    }

    /** Broken between words; the marks that these texts have for pages are left out. */
    private static void paragraph(String label, String text, int columns, StringBuilder out) {
        StringBuilder line = new StringBuilder(INDENT).append(Columns.left(label, LABEL));
        int start = line.length();
        for (String word :
                Diagnostic.printable(text).replace("`", "").replace("**", "").split(" +")) {
            if (line.length() > start && Columns.width(line.toString()) + 1 + Columns.width(word) > columns) {
                out.append(line).append('\n');
                line = new StringBuilder(" ".repeat(start));
            }
            line.append(line.length() == start ? "" : " ").append(word);
        }
        out.append(line).append('\n');
    }
}

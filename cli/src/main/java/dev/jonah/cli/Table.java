package dev.jonah.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in columns, with a heading. A heading that ends in {@code >} makes its column flush right; the last column takes
 * what is left of the width and is cut there.
 */
final class Table {
    private static final String GAP = "  ";
    private static final int LEAST_LAST = 12;

    private final int width;
    private final boolean[] flushRight;
    private final List<List<String>> rows = new ArrayList<>();

    Table(int width, String... headings) {
        this.width = width;
        flushRight = new boolean[headings.length];
        List<String> first = new ArrayList<>();
        for (int i = 0; i < headings.length; i++) {
            flushRight[i] = headings[i].endsWith(">");
            first.add(flushRight[i] ? headings[i].substring(0, headings[i].length() - 1) : headings[i]);
        }
        rows.add(first);
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        int last = flushRight.length - 1;
        int[] widths = new int[last];
        int used = 0;
        for (int column = 0; column < last; column++) {
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], Columns.width(row.get(column)));
            }
            used += widths[column] + GAP.length();
        }
        int left = Math.max(LEAST_LAST, width - used);
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < last; column++) {
                String cell = row.get(column);
                line.append(
                                flushRight[column]
                                        ? Columns.right(cell, widths[column])
                                        : Columns.left(cell, widths[column]))
                        .append(GAP);
            }
            line.append(Columns.cut(row.get(last), left));
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}

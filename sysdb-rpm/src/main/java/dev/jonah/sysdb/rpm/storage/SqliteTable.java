package dev.jonah.sysdb.rpm.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table as the schema describes it.
 *
 * @param name its name
 * @param root number of its first page
 * @param columns names in the order of a row's values
 * @param rowNumber index of the column that is another name of the row's number, or -1
 * @param ordinary whether rows lie in a tree by their number; those of {@code WITHOUT ROWID} tables do not
 */
public record SqliteTable(String name, int root, List<String> columns, int rowNumber, boolean ordinary) {
    private static final List<String> CONSTRAINTS = List.of("constraint", "primary", "unique", "check", "foreign");

    /** Copies the list. */
    public SqliteTable {
        columns = List.copyOf(columns);
    }

    /** The index of a column, whatever the case of its letters; -1 if there is none. */
    public int column(String wanted) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equalsIgnoreCase(wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** Reads the statement that made the table, as far as names of columns go. */
    static SqliteTable parse(String name, int root, String statement) {
        int open = statement.indexOf('(');
        List<String> columns = new ArrayList<>();
        int rowNumber = -1;
        int end = statement.length();
        if (open >= 0) {
            List<String> parts = new ArrayList<>();
            end = split(statement, open + 1, parts);
            for (String part : parts) {
                String column = firstName(part);
                String rest = part.toLowerCase(Locale.ROOT);
                if (column.isEmpty() || CONSTRAINTS.contains(column.toLowerCase(Locale.ROOT))) {
                    continue;
                }
                if (rest.matches("(?s).*\\binteger\\s+primary\\s+key\\b(?!\\s+desc).*")) {
                    rowNumber = columns.size();
                }
                columns.add(column);
            }
        }
        boolean ordinary = !statement.substring(Math.min(end, statement.length()))
                .toLowerCase(Locale.ROOT)
                .matches("(?s).*\\bwithout\\s+rowid\\b.*");
        return new SqliteTable(name, root, columns, rowNumber, ordinary);
    }

    /** Splits at commas that are in no brackets and no quotes, up to the closing bracket; tells where that is. */
    private static int split(String text, int start, List<String> out) {
        int depth = 0;
        int from = start;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"' || c == '`' || c == '[') {
                int close = text.indexOf(c == '[' ? ']' : c, i + 1);
                i = close < 0 ? text.length() : close;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth < 0 || c == ',' && depth == 0) {
                out.add(text.substring(from, i).strip());
                from = i + 1;
                if (c == ')') {
                    return i + 1;
                }
            }
        }
        return text.length();
    }

    private static String firstName(String part) {
        if (part.isEmpty()) {
            return "";
        }
        char quote = part.charAt(0);
        if (quote == '"' || quote == '`' || quote == '[' || quote == '\'') {
            int close = part.indexOf(quote == '[' ? ']' : quote, 1);
            return close < 0 ? "" : part.substring(1, close);
        }
        return part.split("[\\s(]", 2)[0];
    }
}

package dev.jonah.sysdb.rpm.storage;

import java.util.List;

/**
 * A table as the statement that made it describes it.
 *
 * @param name its name
 * @param root number of its first page
 * @param columns their names, in the order of the statement
 * @param places for each column, which value of a row it is; -1 if rows do not keep it
 * @param rowNumber index of the column that is another name of the row's number, or -1
 * @param ordinary whether rows have numbers; those of {@code WITHOUT ROWID} tables do not
 */
public record SqliteTable(
        String name, int root, List<String> columns, List<Integer> places, int rowNumber, boolean ordinary) {
    /** The table of tables, which every database has. */
    static final SqliteTable SCHEMA = new SqliteTable(
            "sqlite_schema",
            1,
            List.of("type", "name", "tbl_name", "rootpage", "sql"),
            List.of(0, 1, 2, 3, 4),
            -1,
            true);

    /** Copies the lists. */
    public SqliteTable {
        columns = List.copyOf(columns);
        places = List.copyOf(places);
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
}

package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of an SQLite database with its write-ahead log, as bytes: no engine, no lock, no file beside it
 * (sqlite.org, "Database File Format"). Views, triggers and virtual tables are passed over. A rollback journal is not looked
 * at, so that what a transaction that broke off had written counts. Not safe for several threads.
 */
public final class SqliteFile {
    private static final int MOST_TABLES = 10_000;
    // All statements together; what one of them may have is what SQLite allows by default.
    private static final int MOST_CHARACTERS = 16 << 20;
    private static final int LONGEST_STATEMENT = 1_000_000;

    private final SqlitePages pages;
    private final long largest;
    private final Problems problems;
    private final List<SqliteTable> tables = new ArrayList<>();
    private int characters;

    /**
     * Opens a database. The channels stay open, and must until the last table is read.
     *
     * @param log the file {@code -wal} beside it, or null if there is none
     * @param largest bytes that one row may have; longer ones are problems
     * @param problems takes what could not be read, now and later
     * @throws IOException if the file cannot be read or is no such database
     */
    public SqliteFile(
            SeekableByteChannel database,
            @Nullable SeekableByteChannel log,
            long largest,
            Consumer<StorageProblem> problems)
            throws IOException {
        this.largest = largest;
        this.problems = new Problems(problems);
        this.pages = new SqlitePages(
                new DatabaseBytes(database), log == null ? null : new DatabaseBytes(log), this.problems);
        new SqliteTree(pages, SqliteTable.SCHEMA, LONGEST_STATEMENT * 4L, this::add, this.problems).read();
    }

    /** The tables, in the order of the schema. */
    public List<SqliteTable> tables() {
        return List.copyOf(tables);
    }

    /** The table of this name, whatever the case of its letters, or null. */
    public @Nullable SqliteTable table(String name) {
        for (SqliteTable table : tables) {
            if (table.name().equalsIgnoreCase(name)) {
                return table;
            }
        }
        return null;
    }

    /**
     * Hands over the rows of a table in the order of their numbers or keys, as far as they can be reached.
     *
     * @throws IOException if the file cannot be read, or the sink ends the reading
     */
    public void read(SqliteTable table, RowSink out) throws IOException {
        new SqliteTree(pages, table, largest, out, problems).read();
    }

    private void add(SqliteRow row) {
        String name = row.text(1);
        Long root = row.integer(3);
        String statement = row.text(4);
        // Views and triggers have no page, and virtual tables have page 0.
        if (!"table".equals(row.text(0)) || name == null || root == null || statement == null) {
            return;
        }
        if (root < 1 || root > pages.count()) {
            if (root != 0) {
                problems.add("rpm.storage.page", "the table " + name + " starts at page " + root + ", which is none");
            }
            return;
        }
        if (statement.length() > Math.min(LONGEST_STATEMENT, MOST_CHARACTERS - characters)
                || tables.size() == MOST_TABLES) {
            problems.add("rpm.storage.record", "the tables have too long descriptions; left out: " + name);
            return;
        }
        characters += statement.length();
        tables.add(CreateTable.parse(name, root.intValue(), statement));
    }
}

package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of an SQLite database with its write-ahead log, as bytes: no engine, no lock, no file beside it
 * (sqlite.org, "Database File Format"). Views, triggers and virtual tables are passed over. Not safe for several threads.
 */
public final class SqliteFile {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LEAF = 13;
    private static final int INTERIOR = 5;
    private static final int MOST_TABLES = 10_000;

    private final DatabaseBytes bytes;
    private final int pageSize;
    private final int usable;
    private final long pages;
    private final long largest;
    private final @Nullable WriteAheadLog log;
    private final Charset encoding;
    private final Problems problems;
    private final List<SqliteTable> tables = new ArrayList<>();

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
        this.bytes = new DatabaseBytes(database);
        this.largest = largest;
        this.problems = new Problems(problems);
        ByteBuffer header = bytes.at(0, 100);
        if (header == null || !header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw new IOException("not an SQLite database");
        }
        int size = header.getShort(16) & 0xffff;
        pageSize = size == 1 ? 65536 : size;
        usable = pageSize - (header.get(20) & 0xff);
        if (pageSize < 512 || Integer.bitCount(pageSize) != 1 || usable < 480) {
            throw new IOException("an SQLite database with pages of " + pageSize + " bytes");
        }
        this.log = log == null ? null : WriteAheadLog.read(new DatabaseBytes(log), pageSize, this.problems);
        pages = this.log == null ? bytes.size() / pageSize : this.log.pages();
        ByteBuffer first = page(1);
        encoding = SqliteRow.encoding(first == null ? 1 : first.getInt(56));
        readSchema();
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
     * Hands over the rows of a table by their number, as far as they can be reached.
     *
     * @throws IOException if the file cannot be read, or the sink ends the reading
     */
    public void read(SqliteTable table, RowSink out) throws IOException {
        if (!table.ordinary()) {
            throw new IOException("the table " + table.name() + " is one without row numbers");
        }
        new Walk(out).from(table.root());
    }

    private void readSchema() throws IOException {
        new Walk(row -> {
                    String type = row.text(0);
                    String name = row.text(1);
                    Long root = row.integer(3);
                    String statement = row.text(4);
                    if ("table".equals(type)
                            && name != null
                            && root != null
                            && root > 0
                            && root <= Integer.MAX_VALUE
                            && statement != null
                            && tables.size() < MOST_TABLES) {
                        tables.add(SqliteTable.parse(name, root.intValue(), statement));
                    }
                })
                .from(1);
    }

    private @Nullable ByteBuffer page(int number) throws IOException {
        if (number < 1 || number > pages) {
            return null;
        }
        ByteBuffer newer = log == null ? null : log.page(number);
        return newer != null ? newer : bytes.at((number - 1L) * pageSize, pageSize);
    }

    /** Goes through the tree of one table; every page at most once. */
    private final class Walk {
        private final RowSink out;
        private final Set<Integer> seen = new HashSet<>();
        private final Deque<Integer> next = new ArrayDeque<>();
        // Rows do not share pages, so all of them together are no longer than the database.
        private long left = pages * pageSize;

        Walk(RowSink out) {
            this.out = out;
        }

        void from(int root) throws IOException {
            next.push(root);
            while (!next.isEmpty()) {
                int number = next.pop();
                ByteBuffer page = seen.add(number) ? page(number) : null;
                if (page == null) {
                    problems.add("rpm.storage.page", "page " + number + " of " + pages + " is not there, or twice in one tree");
                } else {
                    visit(number, page);
                }
                if (next.size() > pages) {
                    throw new IOException("its trees name more pages than the database has");
                }
            }
        }

        private void visit(int number, ByteBuffer page) throws IOException {
            int start = number == 1 ? 100 : 0;
            int type = page.get(start);
            int cells = page.getShort(start + 3) & 0xffff;
            int pointers = start + (type == INTERIOR ? 12 : 8);
            if (type != LEAF && type != INTERIOR || pointers + 2 * cells > pageSize) {
                problems.add("rpm.storage.page", "page " + number + " is no page of a table");
                return;
            }
            if (type == INTERIOR) {
                next.push(page.getInt(start + 8));
            }
            // Children are taken from the end of the stack, so the first must come last.
            for (int i = 0; i < cells; i++) {
                int index = type == INTERIOR ? cells - 1 - i : i;
                int cell = page.getShort(pointers + 2 * index) & 0xffff;
                if (cell > pageSize - 4) {
                    problems.add("rpm.storage.page", "page " + number + " has a cell outside itself");
                } else if (type == INTERIOR) {
                    next.push(page.getInt(cell));
                } else {
                    row(number, page, cell);
                }
            }
        }

        private void row(int number, ByteBuffer page, int cell) throws IOException {
            page.position(cell);
            long length = Varint.read(page);
            long row = Varint.read(page);
            if (length < 0 || length > largest) {
                problems.add("rpm.storage.record", "row " + row + " on page " + number + " has " + length + " bytes");
                return;
            }
            left -= length;
            if (left < 0) {
                throw new IOException("its rows overlap: together they are longer than the database");
            }
            int local = local(length);
            if (local > page.remaining() || local < length && local + 4 > page.remaining()) {
                problems.add("rpm.storage.record", "row " + row + " leaves its page " + number);
                return;
            }
            if (local == length) {
                out.accept(new SqliteRow(row, page.slice(page.position(), local), encoding));
                return;
            }
            ByteBuffer whole = ByteBuffer.allocate((int) length);
            whole.put(page.slice(page.position(), local));
            if (overflow(page.getInt(page.position() + local), whole)) {
                out.accept(new SqliteRow(row, whole.flip(), encoding));
            } else {
                problems.add("rpm.storage.record", "row " + row + " on page " + number + " breaks off");
            }
        }

        private int local(long length) {
            if (length <= usable - 35) {
                return (int) length;
            }
            int least = (usable - 12) * 32 / 255 - 23;
            int some = least + (int) ((length - least) % (usable - 4));
            return some <= usable - 35 ? some : least;
        }

        private boolean overflow(int first, ByteBuffer whole) throws IOException {
            int number = first;
            while (whole.hasRemaining()) {
                ByteBuffer page = page(number);
                if (page == null) {
                    return false;
                }
                number = page.getInt(0);
                whole.put(page.slice(4, Math.min(usable - 4, whole.remaining())));
            }
            return true;
        }
    }
}

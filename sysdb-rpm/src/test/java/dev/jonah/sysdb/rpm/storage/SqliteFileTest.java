package dev.jonah.sysdb.rpm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares every value with what SQLite itself says. */
class SqliteFileTest {
    private static final String VALUES = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
            INSERT INTO t (a, b, c) SELECT i * 7 - 900, CASE i % 9
                WHEN 0 THEN NULL WHEN 1 THEN i WHEN 2 THEN -i * 1000 WHEN 3 THEN i * 99999999999 WHEN 4 THEN i / 3.0
                WHEN 5 THEN replace(hex(zeroblob(i)), '00', 'ä') WHEN 6 THEN zeroblob(i * 20) WHEN 7 THEN 9223372036854775807
                ELSE -128 END, i % 2 FROM n
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a, b, c)",
                "CREATE TABLE t (a INTEGER PRIMARY KEY, b, c)",
                "CREATE TABLE t (c, b, a INTEGER NOT NULL DEFAULT (1 + 2) PRIMARY KEY AUTOINCREMENT)",
                "CREATE TABLE t (a INTEGER PRIMARY KEY DESC, b, c)",
                "CREATE TABLE t (a INT PRIMARY KEY, b, c)",
                "CREATE TABLE t (a BIG INTEGER PRIMARY KEY, b, c)",
                "CREATE TABLE t (a INTEGER, b, c, CONSTRAINT k PRIMARY KEY (a DESC) CHECK (a <> ')'))",
                "CREATE TABLE t (a INTEGER, b, c, UNIQUE (b, a), PRIMARY KEY (a, b))",
                "CREATE TABLE t (a NUMERIC, b TEXT, c DECIMAL(10, 5))",
                "CREATE TABLE [t] (\n-- first, the key\n\"a\" /* a, b */ integer primary key, `b`, 'c' DEFAULT 'x,y)')",
                "CREATE TABLE t (a, b, c, PRIMARY KEY (a)) WITHOUT ROWID",
                "CREATE TABLE t (c, b, a PRIMARY KEY) WITHOUT ROWID",
                "CREATE TABLE t (b, c, a, PRIMARY KEY (c COLLATE NOCASE DESC, a)) WITHOUT ROWID",
                "CREATE TABLE t (a, x AS (a + 1), b, y GENERATED ALWAYS AS (a) STORED, c)",
                "CREATE TABLE t (a INTEGER PRIMARY KEY, b ANY, c INT) STRICT",
                "CREATE TABLE t (\"primary\", a, b, c)",
                "CREATE TABLE t (\"a\"\"b\", a, b, c)"
            })
    void everyValueIsTheOneThatSqliteReads(String statement) throws IOException, SQLException {
        Path path = directory.resolve("db.sqlite");
        List<String> expected = new ArrayList<>();
        SqliteWriter.write(path, connection -> {
            SqliteWriter.run(connection, "PRAGMA page_size=512", statement, VALUES);
            try (Statement query = connection.createStatement();
                    ResultSet rows = query.executeQuery("SELECT a, b, c FROM t ORDER BY a")) {
                while (rows.next()) {
                    expected.add(
                            show(rows.getObject(1)) + " " + show(rows.getObject(2)) + " " + show(rows.getObject(3)));
                }
            }
        });
        SqliteFile file = open(Files.readAllBytes(path));
        SqliteTable table = file.table("T");
        List<String> found = new ArrayList<>();
        file.read(
                table,
                row -> found.add(show(row.value(table.column("a"))) + " " + show(row.value(table.column("B"))) + " "
                        + show(row.value(table.column("c")))));
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void valuesOfOtherTypesAreNull() throws IOException, SQLException {
        SqliteFile file = file("CREATE TABLE t (a REAL, b, c, d)", "INSERT INTO t VALUES (1, 1.5, 'x', x'00')");
        file.read(file.table("t"), row -> {
            assertThat(row.integer(0)).isEqualTo(1);
            assertThat(row.real(0)).isEqualTo(1.0);
            assertThat(row.real(1)).isEqualTo(1.5);
            assertThat(row.integer(1)).isNull();
            assertThat(row.text(2)).isEqualTo("x");
            assertThat(row.blob(2)).isNull();
            assertThat(row.blob(3)).containsExactly(0);
            assertThat(row.text(3)).isNull();
            assertThat(row.value(4)).isNull();
            assertThat(row.value(-1)).isNull();
        });
    }

    @Test
    void rowsComeInTheOrderOfTheirNumbers() throws IOException, SQLException {
        SqliteFile file = file("PRAGMA page_size=512", "CREATE TABLE t (a INTEGER PRIMARY KEY, b, c)", VALUES);
        List<Long> numbers = new ArrayList<>();
        file.read(file.table("t"), row -> numbers.add(row.number()));
        assertThat(numbers).hasSize(300).isSorted().startsWith(-893L);
    }

    @Test
    void columnsAddedLaterAreNullInOldRows() throws IOException, SQLException {
        SqliteFile file = file("CREATE TABLE t (a)", "INSERT INTO t VALUES (7)", "ALTER TABLE t ADD COLUMN b TEXT");
        SqliteTable table = file.table("t");
        assertThat(table.columns()).containsExactly("a", "b");
        file.read(table, row -> {
            assertThat(row.integer(0)).isEqualTo(7);
            assertThat(row.text(1)).isNull();
        });
    }

    @Test
    void tablesWithoutRowNumbersAreTold() throws IOException, SQLException {
        SqliteFile file = file("CREATE TABLE t (a PRIMARY KEY) WITHOUT ROWID", "CREATE TABLE u (a PRIMARY KEY)");
        assertThat(file.table("t").ordinary()).isFalse();
        assertThat(file.table("u").ordinary()).isTrue();
        assertThat(file.tables()).extracting(SqliteTable::name).containsExactly("t", "u");
    }

    @Test
    void statementsThatAreNoneGiveNoColumns() {
        for (String broken :
                List.of("", ")", "CREATE TABLE t", "(", "((,,", "(a, PRIMARY KEY (", "('", "(/*", "(a AS", "(--")) {
            assertThat(CreateTable.parse("t", 2, broken).columns().size()).isLessThanOrEqualTo(1);
        }
    }

    private SqliteFile file(String... statements) throws IOException, SQLException {
        Path path = directory.resolve("db.sqlite");
        SqliteWriter.write(path, connection -> SqliteWriter.run(connection, statements));
        return open(Files.readAllBytes(path));
    }

    private static SqliteFile open(byte[] bytes) throws IOException {
        return new SqliteFile(Fixtures.channel(bytes), null, 1 << 20, problem -> {
            throw new AssertionError(problem);
        });
    }

    private static String show(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return "x'" + HexFormat.of().formatHex(bytes) + "'";
        }
        return value instanceof Double real ? String.valueOf(real.doubleValue()) : String.valueOf(value);
    }
}

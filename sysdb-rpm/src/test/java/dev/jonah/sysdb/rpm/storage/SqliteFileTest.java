package dev.jonah.sysdb.rpm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {
    @TempDir
    Path directory;

    @Test
    void valuesOfEveryKindAreRead() throws IOException, SQLException {
        List<String> rows = new ArrayList<>();
        SqliteFile file = file(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a, \"b c\" TEXT DEFAULT 'x,y)', CHECK (a <> 5))",
                "INSERT INTO t VALUES (1, 0, NULL), (2, 1, 'ä'), (3, -129, x'00ff'), (4, 8388607, ''), (5, -1, 'x')",
                "INSERT INTO t VALUES (6, 9223372036854775807, 'x'), (7, 140737488355327, 1.5), (-9, 2147483647, 'x')");
        SqliteTable table = file.table("T");
        assertThat(table.columns()).containsExactly("id", "a", "b c");
        assertThat(table.rowNumber()).isZero();
        file.read(table, row -> {
            byte[] blob = row.blob(2);
            rows.add(row.number() + " " + row.integer(1) + " " + row.text(2) + " " + (blob == null ? null : blob.length));
        });
        assertThat(rows)
                .containsExactly(
                        "-9 2147483647 x null",
                        "1 0 null null",
                        "2 1 ä null",
                        "3 -129 null 2",
                        "4 8388607  null",
                        "5 -1 x null",
                        "6 9223372036854775807 x null",
                        "7 140737488355327 1.5 null");
    }

    @Test
    void columnsAddedLaterAreNullInOldRows() throws IOException, SQLException {
        SqliteFile file = file("CREATE TABLE t (a)", "INSERT INTO t VALUES (7)", "ALTER TABLE t ADD COLUMN b TEXT");
        file.read(file.table("t"), row -> {
            assertThat(row.integer(0)).isEqualTo(7);
            assertThat(row.text(1)).isNull();
            assertThat(row.blob(99)).isNull();
        });
    }

    @Test
    void tablesWithoutRowNumbersAreTold() throws IOException, SQLException {
        SqliteFile file = file("CREATE TABLE t (a PRIMARY KEY) WITHOUT ROWID", "CREATE TABLE u (a PRIMARY KEY)");
        assertThat(file.table("t").ordinary()).isFalse();
        assertThat(file.table("u").ordinary()).isTrue();
        assertThat(file.tables()).extracting(SqliteTable::name).containsExactly("t", "u");
    }

    private SqliteFile file(String... statements) throws IOException, SQLException {
        Path path = directory.resolve("db.sqlite");
        SqliteWriter.write(path, connection -> SqliteWriter.run(connection, statements));
        return new SqliteFile(Fixtures.channel(Files.readAllBytes(path)), null, 1 << 20, problem -> {
            throw new AssertionError(problem);
        });
    }
}

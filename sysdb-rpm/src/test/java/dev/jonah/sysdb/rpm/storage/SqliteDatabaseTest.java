package dev.jonah.sysdb.rpm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.sysdb.rpm.storage.Fixtures.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteDatabaseTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRAGMA page_size=512",
                "PRAGMA page_size=4096",
                "PRAGMA page_size=65536",
                "PRAGMA encoding='UTF-16le'",
                "PRAGMA encoding='UTF-16be'",
                "PRAGMA auto_vacuum=1"
            })
    void everyHeaderIsReadInEveryKindOfFile(String pragma) throws IOException, SQLException {
        Outcome outcome = read(SqliteWriter.database(directory, 39, pragma), null);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.headers()).isEqualTo(Fixtures.all(39));
    }

    @Test
    void tablesWithInteriorPagesAreReadInOrder() throws IOException, SQLException {
        Path file = directory.resolve("db.sqlite");
        SqliteWriter.write(file, connection -> {
            SqliteWriter.run(connection, "PRAGMA page_size=512", "PRAGMA synchronous=OFF", "BEGIN",
                    "CREATE TABLE Packages (hnum INTEGER PRIMARY KEY, blob BLOB)");
            for (int i = 1; i <= 3000; i++) {
                SqliteWriter.run(connection, "INSERT INTO Packages VALUES (" + i + ", x'6865616465')");
            }
            SqliteWriter.run(connection, "COMMIT");
        });
        Outcome outcome = read(Files.readAllBytes(file), null);
        assertThat(outcome.headers()).hasSize(3000);
        assertThat(List.copyOf(outcome.headers().keySet())).isSorted();
    }

    @Test
    void whatIsCommittedOnlyInTheLogCounts() throws IOException, SQLException {
        byte[][] files = withLog(connection -> {
            SqliteWriter.packages(connection, 25);
            SqliteWriter.run(connection, "DELETE FROM Packages WHERE hnum = 3");
        });
        Outcome outcome = read(files[0], files[1]);
        var expected = Fixtures.all(25);
        expected.remove(3L);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.headers()).isEqualTo(expected);
        assertThat(read(files[0], null).headers()).isEqualTo(Fixtures.all(10));
    }

    @Test
    void aTransactionThatBreaksOffDoesNotCount() throws IOException, SQLException {
        byte[][] files = withLog(connection -> SqliteWriter.run(connection, "DELETE FROM Packages WHERE hnum <= 5"));
        for (int length = 0; length < files[1].length; length += 100) {
            Outcome outcome = read(files[0], Arrays.copyOf(files[1], length));
            assertThat(outcome.headers()).as("%d bytes of log", length).isEqualTo(Fixtures.all(10));
        }
    }

    @Test
    void aLogOfAnotherDatabaseOrWithFlippedBytesIsLeftOutAndReported() throws IOException, SQLException {
        byte[][] files = withLog(connection -> SqliteWriter.run(connection, "DELETE FROM Packages WHERE hnum <= 5"));
        byte[] flipped = files[1].clone();
        flipped[100] ^= 1;
        Outcome outcome = read(files[0], flipped);
        assertThat(outcome.headers()).isEqualTo(Fixtures.all(10));
        assertThat(outcome.problems()).singleElement().asString().startsWith("rpm.storage.log");
        assertThat(read(files[0], new byte[100]).problems()).singleElement().asString().contains("is none");
    }

    @Test
    void viewsTriggersAndOtherTablesAreNoMatter() throws IOException, SQLException {
        byte[] bytes = SqliteWriter.database(
                directory,
                5,
                "CREATE TABLE other (a, b)",
                "CREATE VIEW v AS SELECT * FROM other",
                "CREATE TRIGGER t AFTER INSERT ON other BEGIN DELETE FROM other; END",
                "CREATE VIRTUAL TABLE f USING fts5(x)");
        assertThat(read(bytes, null).headers()).isEqualTo(Fixtures.all(5));
    }

    @Test
    void withoutATableOfPackagesThereIsAnError() throws IOException, SQLException {
        Path file = directory.resolve("db.sqlite");
        SqliteWriter.write(file, connection -> SqliteWriter.run(
                connection, "CREATE TABLE x (a)", "CREATE VIEW Packages AS SELECT a AS hnum, a AS blob FROM x"));
        assertThat(read(Files.readAllBytes(file), null).failure()).contains("no table of packages: [x]");
    }

    @Test
    void prefixesAndFlippedBytesAreSurvived() throws IOException, SQLException {
        byte[] whole = SqliteWriter.database(directory, 20, "PRAGMA page_size=512");
        DamageCheck.prefixes(whole, bytes -> read(bytes, null));
        DamageCheck.flips(whole, 500, bytes -> read(bytes, null));
        byte[][] files = withLog(connection -> SqliteWriter.packages(connection, 12));
        DamageCheck.flips(files[1], 300, log -> read(files[0], log));
    }

    /** A database with ten headers, and a log with what else was done to it. */
    private byte[][] withLog(SqliteWriter.Work work) throws IOException, SQLException {
        Path file = directory.resolve("log.sqlite");
        Files.deleteIfExists(file);
        byte[][] files = new byte[2][];
        SqliteWriter.write(file, connection -> {
            SqliteWriter.run(connection, "PRAGMA page_size=1024");
            SqliteWriter.packages(connection, 10);
            SqliteWriter.run(connection, "PRAGMA journal_mode=WAL", "PRAGMA wal_autocheckpoint=0");
            work.on(connection);
            files[0] = Files.readAllBytes(file);
            files[1] = Files.readAllBytes(Path.of(file + "-wal"));
        });
        return files;
    }

    private static Outcome read(byte[] bytes, byte @Nullable [] log) {
        return Fixtures.outcome((out, problems) -> SqliteDatabase.read(
                Fixtures.channel(bytes), log == null ? null : Fixtures.channel(log), Fixtures.LARGEST, out, problems));
    }
}

package dev.jonah.sysdb.rpm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.sysdb.rpm.storage.Fixtures.Outcome;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
            SqliteWriter.run(
                    connection,
                    "PRAGMA page_size=512",
                    "PRAGMA synchronous=OFF",
                    "BEGIN",
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
        assertThat(read(files[0], new byte[100]).problems())
                .singleElement()
                .asString()
                .contains("is none");
    }

    @Test
    void aLogOlderThanTheDatabaseIsLeftOutAndReported() throws IOException, SQLException {
        byte[][] old = withLog(connection -> SqliteWriter.run(connection, "DELETE FROM Packages WHERE hnum <= 5"));
        byte[] newer = SqliteWriter.database(directory, 10, "PRAGMA page_size=1024");
        Path file = directory.resolve("db.sqlite");
        SqliteWriter.write(file, connection -> {
            for (int i = 0; i < 40; i++) {
                SqliteWriter.run(connection, "CREATE TABLE other" + i + " (a)");
            }
        });
        Outcome outcome = read(Files.readAllBytes(file), old[1]);
        assertThat(outcome.headers()).isEqualTo(Fixtures.all(10));
        assertThat(outcome.problems()).singleElement().asString().contains("older than the database");
        assertThat(read(newer, null).headers()).isEqualTo(Fixtures.all(10));
    }

    @Test
    void aLogMadeOnABigEndianMachineCounts() throws IOException, SQLException {
        byte[][] files = withLog(connection -> SqliteWriter.run(connection, "DELETE FROM Packages WHERE hnum <= 5"));
        ByteBuffer log = ByteBuffer.wrap(files[1]);
        boolean big = (log.getInt(0) & 1) != 0;
        log.putInt(0, log.getInt(0) ^ 1);
        int[] sums = {0, 0};
        ByteOrder order = big ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        sum(log.slice(0, 24).order(order), sums);
        log.putInt(24, sums[0]).putInt(28, sums[1]);
        for (int frame = 32; frame < files[1].length; frame += 24 + 1024) {
            sum(log.slice(frame, 8).order(order), sums);
            sum(log.slice(frame + 24, 1024).order(order), sums);
            log.putInt(frame + 16, sums[0]).putInt(frame + 20, sums[1]);
        }
        Outcome outcome = read(files[0], files[1]);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.headers().keySet()).containsExactly(6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void framesOfAnOlderLogDoNotCount() throws IOException, SQLException {
        byte[][] files = withLog(connection -> SqliteWriter.run(
                connection, "DELETE FROM Packages WHERE hnum = 1", "DELETE FROM Packages WHERE hnum = 2"));
        byte[] log = files[1].clone();
        int last = log.length - 1048;
        log[last + 8] ^= 1;
        Outcome outcome = read(files[0], log);
        assertThat(outcome.headers()).hasSize(9).doesNotContainKey(1L);
        assertThat(outcome.problems()).isEmpty();
        Arrays.fill(log, 32 + 8, 32 + 16, (byte) 0);
        assertThat(read(files[0], log).problems()).singleElement().asString().contains("other salts");
        assertThat(read(files[0], log).headers()).isEqualTo(Fixtures.all(10));
    }

    @Test
    void pagesThatLeadBackToThemselvesAreVisitedOnce() throws IOException, SQLException {
        byte[] whole = SqliteWriter.database(directory, 39, "PRAGMA page_size=512");
        ByteBuffer pages = ByteBuffer.wrap(whole);
        for (int page = 1; page * 512 < whole.length; page++) {
            if (whole[page * 512] == 5) {
                pages.putInt(page * 512 + 8, page + 1); // the last child is the page itself
            }
        }
        Outcome outcome = read(whole, null);
        assertThat(outcome.problems()).anyMatch(problem -> problem.contains("none of this table's tree"));
        assertThat(Fixtures.all(39)).containsAllEntriesOf(outcome.headers());
        assertThat(outcome.headers()).isNotEmpty();
    }

    @Test
    void rowsWhoseChainsReturnToThemselvesBreakOff() throws IOException, SQLException {
        byte[] whole = SqliteWriter.database(directory, 30, "PRAGMA page_size=512");
        ByteBuffer pages = ByteBuffer.wrap(whole);
        for (int page = 2; page * 512 < whole.length; page++) {
            if (pages.get(page * 512) == 0 && pages.getInt(page * 512) == page + 2) {
                pages.putInt(page * 512, page + 1); // a page of a chain that goes on with the next page
            }
        }
        Outcome outcome = read(whole, null);
        assertThat(outcome.problems()).isNotEmpty().allMatch(problem -> problem.contains("breaks off"));
        assertThat(Fixtures.all(30)).containsAllEntriesOf(outcome.headers());
        assertThat(outcome.headers()).containsEntry(1L, Fixtures.text(1));
    }

    @Test
    void aRowLongerThanTheDatabaseIsAProblemAndTheOthersCount() throws IOException, SQLException {
        byte[] whole = SqliteWriter.database(directory, 3, "PRAGMA page_size=512");
        int cell = whole.length - 4;
        while (!(whole[cell + 1] == 2 && whole[cell] > 0)) {
            cell--; // length, number of row 2
        }
        whole[cell] = (byte) 0xff;
        Outcome outcome = read(whole, null);
        assertThat(outcome.headers()).containsKeys(1L, 3L).doesNotContainKey(2L);
        assertThat(outcome.problems()).hasSize(1);
    }

    @Test
    void filesThatEndEarlyAreReported() throws IOException, SQLException {
        byte[] whole = SqliteWriter.database(directory, 39, "PRAGMA page_size=512");
        for (int length = 512; length < whole.length; length += 512) {
            assertThat(read(Arrays.copyOf(whole, length), null).problems())
                    .as("of %d bytes", length)
                    .anyMatch(problem -> problem.contains("ends early"));
        }
    }

    @Test
    void bytesThatAreReservedInEachPageAreNoContent() throws IOException {
        Path file = directory.resolve("reserved.sqlite");
        RealTool sqlite = RealTool.named("sqlite3");
        sqlite.run(
                        file.toString(),
                        ".filectrl reserve_bytes 32",
                        "CREATE TABLE Packages (hnum INTEGER PRIMARY KEY, blob BLOB)",
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 39) INSERT INTO Packages"
                                + " SELECT i, CAST(replace(hex(zeroblob(i * i)), '00', 'header ' || i || '.') AS BLOB) FROM n")
                .succeeded();
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes[20]).isEqualTo((byte) 32);
        Outcome outcome = read(bytes, null);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.headers()).isEqualTo(Fixtures.all(39));
    }

    @Test
    void columnsMayHaveAnyOrder() throws IOException, SQLException {
        Path file = directory.resolve("db.sqlite");
        SqliteWriter.write(
                file,
                connection -> SqliteWriter.run(
                        connection,
                        "CREATE TABLE PACKAGES (x, \"BLOB\", [HNUM])",
                        "INSERT INTO packages VALUES (1, x'6162', 77), (2, NULL, 78), (3, 'text', 79)"));
        Outcome outcome = read(Files.readAllBytes(file), null);
        assertThat(outcome.headers()).isEqualTo(Map.of(77L, "ab"));
        assertThat(outcome.problems())
                .containsExactly(
                        "rpm.storage.record: row 2 holds no header", "rpm.storage.record: row 3 holds no header");
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
        SqliteWriter.write(
                file,
                connection -> SqliteWriter.run(
                        connection,
                        "CREATE TABLE x (a)",
                        "CREATE VIEW Packages AS SELECT a AS hnum, a AS blob FROM x"));
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

    private static void sum(ByteBuffer words, int[] sums) {
        while (words.hasRemaining()) {
            sums[0] += words.getInt() + sums[1];
            sums[1] += words.getInt() + sums[0];
        }
    }

    private static Outcome read(byte[] bytes, byte @Nullable [] log) {
        return Fixtures.outcome((out, problems) -> SqliteDatabase.read(
                Fixtures.channel(bytes), log == null ? null : Fixtures.channel(log), Fixtures.LARGEST, out, problems));
    }
}

package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes databases with SQLite itself. */
final class SqliteWriter {
    private SqliteWriter() {}

    /** What is done to a database. */
    interface Work {
        void on(Connection connection) throws SQLException, IOException;
    }

    static void write(Path file, Work work) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            work.on(connection);
        }
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** rpm's table, with the fixture's headers up to this number. */
    static void packages(Connection connection, int last) throws SQLException {
        run(
                connection,
                "CREATE TABLE IF NOT EXISTS 'Packages' (hnum INTEGER PRIMARY KEY AUTOINCREMENT, blob BLOB NOT NULL)");
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR REPLACE INTO Packages VALUES (?, ?)")) {
            for (int number = 1; number <= last; number++) {
                insert.setLong(1, number);
                insert.setBytes(2, Fixtures.text(number).getBytes(StandardCharsets.US_ASCII));
                insert.execute();
            }
        }
    }

    static byte[] database(Path directory, int last, String... before) throws SQLException, IOException {
        Path file = directory.resolve("db.sqlite");
        Files.deleteIfExists(file);
        write(file, connection -> {
            run(connection, before);
            packages(connection, last);
        });
        return Files.readAllBytes(file);
    }
}

package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads {@code rpmdb.sqlite} with its write-ahead log ({@code lib/backend/sqlite.cc} of rpm). */
public final class SqliteDatabase {
    private SqliteDatabase() {}

    /**
     * Hands over every header by its number. The channels stay open.
     *
     * @param log the file {@code rpmdb.sqlite-wal}, or null if there is none
     * @param largest bytes that one header may have
     * @throws IOException if the file cannot be read, has no table of packages, or the sink ends the reading
     */
    public static void read(
            SeekableByteChannel channel,
            @Nullable SeekableByteChannel log,
            long largest,
            HeaderSink out,
            Consumer<StorageProblem> problems)
            throws IOException {
        Problems limited = new Problems(problems);
        SqliteFile file = new SqliteFile(channel, log, largest, problems);
        SqliteTable table = file.table("Packages");
        if (table == null) {
            throw new IOException("no table of packages: "
                    + file.tables().stream().map(SqliteTable::name).limit(20).toList());
        }
        int blob = table.column("blob");
        int number = table.column("hnum");
        file.read(table, row -> {
            byte[] header = row.blob(blob);
            if (header == null) {
                limited.add("rpm.storage.record", "row " + row.number() + " holds no header");
                return;
            }
            Long written = row.integer(number);
            out.accept(written == null ? row.number() : written, header);
        });
    }
}

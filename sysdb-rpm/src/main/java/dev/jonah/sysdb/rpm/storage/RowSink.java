package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;

/** Takes the rows of a table one by one. */
@FunctionalInterface
public interface RowSink {
    /**
     * One row.
     *
     * @throws IOException to end the reading
     */
    void accept(SqliteRow row) throws IOException;
}

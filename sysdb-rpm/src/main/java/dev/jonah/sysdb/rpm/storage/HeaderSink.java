package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;

/** Takes the headers of a database one by one. */
@FunctionalInterface
public interface HeaderSink {
    /**
     * One header.
     *
     * @param number its number in the database
     * @param blob its bytes, which the sink may keep
     * @throws IOException to end the reading
     */
    void accept(long number, byte[] blob) throws IOException;
}

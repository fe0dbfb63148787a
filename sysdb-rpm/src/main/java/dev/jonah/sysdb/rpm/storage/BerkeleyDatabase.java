package dev.jonah.sysdb.rpm.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.Consumer;

/**
 * Reads {@code Packages}, a Berkeley DB hash of the versions 7 to 10 or the btree that rpm 5 made, of either byte order. The
 * number of a header is its key, read in that order.
 */
public final class BerkeleyDatabase {
    private BerkeleyDatabase() {}

    /**
     * Hands over every header; if the file is damaged, also those that only a search through all pages finds. The channel
     * stays open.
     *
     * @param largest bytes that one header may have; longer ones are problems
     * @throws IOException if the file cannot be read, is no such database, or the sink ends the reading
     */
    public static void read(
            SeekableByteChannel channel, long largest, HeaderSink out, Consumer<StorageProblem> problems)
            throws IOException {
        Problems limited = new Problems(problems);
        DatabaseBytes bytes = new DatabaseBytes(channel);
        BerkeleyMeta meta = BerkeleyMeta.read(bytes);
        BerkeleyPages pages = new BerkeleyPages(bytes, meta, limited);
        BerkeleyValues values = new BerkeleyValues(pages, largest, out, limited);
        if (meta.hash()) {
            new BerkeleyHash(pages, meta, values).read();
        } else {
            new BerkeleyBtree(pages, meta, values).read();
        }
    }
}

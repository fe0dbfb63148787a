package dev.jonah.inspector.bytes;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.LayerReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Room for the decompressed bytes of one image: first on the heap, then in one {@link SpoolFile} of the spool
 * directory. Safe for any number of threads.
 */
public final class SpoolRoom implements Closeable {
    private final Limits limits;
    private final @Nullable Path directory;
    private long heapLeft;
    private long diskUsed;
    private long diskEnd;
    private @Nullable SpoolFile file;
    private volatile boolean closed;

    /** Room within {@code limits}; {@code directory} may be null, which means never to use the disk. */
    public SpoolRoom(Limits limits, @Nullable Path directory) {
        this.limits = limits;
        this.directory = directory;
        this.heapLeft = limits.get(Limits.Name.SPOOL_MEMORY);
    }

    /** A new, empty spool in this room. */
    public LayerReader.Spool newSpool() {
        return new ChunkedSpool(this);
    }

    /** Whether {@code bytes} more may be kept on the heap; if so they count as taken. */
    synchronized boolean takeHeap(int bytes) {
        if (bytes > heapLeft) {
            return false;
        }
        heapLeft -= bytes;
        return true;
    }

    /** Writes to the spool file and tells where. */
    synchronized long writeToDisk(byte[] bytes, int length) throws IOException {
        check();
        if (directory == null) {
            throw new LimitExceededException(
                    Limits.Name.SPOOL_MEMORY,
                    limits.get(Limits.Name.SPOOL_MEMORY),
                    "decompressed layers (there is no spool directory to go on in)");
        }
        diskUsed += length;
        limits.check(Limits.Name.SPOOL_BYTES, diskUsed, "decompressed layers on disk");
        long position = diskEnd;
        try {
            if (file == null) {
                file = SpoolFile.in(directory);
            }
            file.append(bytes, length);
        } catch (IOException e) {
            throw new IOException(
                    "cannot write to the spool directory " + directory + " (" + e + "); free some space or name another"
                            + " one",
                    e);
        }
        diskEnd += length;
        return position;
    }

    int readFromDisk(ByteBuffer into, long position) throws IOException {
        SpoolFile in;
        synchronized (this) {
            check();
            in = file;
        }
        if (in == null) {
            throw new IOException("nothing was spooled");
        }
        try {
            return in.read(into, position);
        } catch (IOException e) {
            check();
            throw e;
        }
    }

    void check() throws IOException {
        if (closed) {
            throw new IOException("the image is closed");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (file != null) {
            file.close();
        }
    }
}

package dev.jonah.inspector.bytes;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.LayerReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Room for the decompressed bytes of one image: first on the heap, then in one file of the spool directory, which is
 * unlinked as soon as it is open so that nothing stays behind. Safe for any number of threads.
 */
public final class SpoolRoom implements Closeable {
    private final Limits limits;
    private final @Nullable Path directory;
    private long heapLeft;
    private long diskUsed;
    private long diskEnd;
    private @Nullable FileChannel file;
    private @Nullable Path name;
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
        FileChannel out = openFile(directory);
        long position = diskEnd;
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        try {
            while (buffer.hasRemaining()) {
                out.write(buffer, position + buffer.position());
            }
        } catch (IOException e) {
            if (e instanceof java.nio.channels.ClosedChannelException) {
                throw e;
            }
            throw new IOException(
                    "cannot write to the spool directory " + directory + " (" + e.getMessage()
                            + "); free some space or name another one",
                    e);
        }
        diskEnd += length;
        return position;
    }

    int readFromDisk(ByteBuffer into, long position) throws IOException {
        FileChannel in;
        synchronized (this) {
            check();
            in = file;
        }
        if (in == null) {
            throw new IOException("nothing was spooled");
        }
        return in.read(into, position);
    }

    void check() throws IOException {
        if (closed) {
            throw new IOException("the image is closed");
        }
    }

    private FileChannel openFile(Path in) throws IOException {
        if (file == null) {
            Path created = Files.createTempFile(in, "jonah-", ".spool");
            file = FileChannel.open(created, StandardOpenOption.READ, StandardOpenOption.WRITE);
            name = created;
            unlink();
        }
        return file;
    }

    // Where an open file cannot be unlinked (Windows) this fails, and close() does it.
    private void unlink() {
        if (name != null) {
            try {
                Files.deleteIfExists(name);
                name = null;
            } catch (IOException e) {
                name.toFile().deleteOnExit();
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (file != null) {
            file.close();
            unlink();
        }
    }
}

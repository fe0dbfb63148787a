package dev.jonah.inspector.bytes;

import dev.jonah.image.Blob;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of the host, read by position. An interrupted thread closes the channel for everybody; the others open it again
 * and go on.
 */
public final class FileBlob implements Blob, Closeable {
    private final Path file;
    private final long size;
    private final @Nullable Object identity;
    private volatile FileChannel channel;
    private volatile boolean closed;

    private FileBlob(Path file, FileChannel channel, long size, @Nullable Object identity) {
        this.file = file;
        this.channel = channel;
        this.size = size;
        this.identity = identity;
    }

    /** Opens a file for reading. */
    public static FileBlob open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new FileBlob(file, channel, channel.size(), identity(file));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        while (true) {
            FileChannel current = channel;
            try {
                return current.read(into, position);
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (ClosedChannelException e) {
                if (closed) {
                    throw new IOException("the image is closed: " + file, e);
                }
                reopen(current);
            }
        }
    }

    private synchronized void reopen(FileChannel broken) throws IOException {
        if (closed) {
            throw new IOException("the image is closed: " + file);
        }
        if (channel == broken) {
            if (!Objects.equals(identity(file), identity)) {
                throw new IOException("the file was replaced while it was read: " + file);
            }
            channel = FileChannel.open(file, StandardOpenOption.READ);
        }
    }

    /** Device and inode; null where the file system has no such thing. */
    private static @Nullable Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        channel.close();
    }
}

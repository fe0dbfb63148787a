package dev.jonah.inspector.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.BooleanSupplier;

/** A file of the host that is no longer read once its image is closed. */
final class HostChannel implements SeekableByteChannel {
    private final SeekableByteChannel file;
    private final BooleanSupplier closed;

    HostChannel(SeekableByteChannel file, BooleanSupplier closed) {
        this.file = file;
        this.closed = closed;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (closed.getAsBoolean()) {
            throw new IOException("the image is closed");
        }
        return file.read(into);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        file.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

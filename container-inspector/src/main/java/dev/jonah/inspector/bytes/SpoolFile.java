package dev.jonah.inspector.bytes;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file without a name: it is unlinked as soon as it is open, so that nothing stays behind. It cannot be opened a second
 * time then, and an interrupted thread would close a file channel for everybody: so it is read through plain files, several
 * of them that readers need not wait for one another.
 */
final class SpoolFile implements Closeable {
    private static final int READERS = 8;

    private final Path name;
    private final RandomAccessFile out;
    private final RandomAccessFile[] readers = new RandomAccessFile[READERS];

    private SpoolFile(Path name) throws IOException {
        this.name = name;
        this.out = new RandomAccessFile(name.toFile(), "rw");
        try {
            for (int i = 0; i < READERS; i++) {
                readers[i] = new RandomAccessFile(name.toFile(), "r");
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    static SpoolFile in(Path directory) throws IOException {
        Path name = Files.createTempFile(directory, "jonah-", ".spool");
        try {
            return new SpoolFile(name);
        } finally {
            unlink(name);
        }
    }

    // Where an open file cannot be unlinked (Windows) this fails, and close() does it.
    private static void unlink(Path name) {
        try {
            Files.deleteIfExists(name);
        } catch (IOException e) {
            name.toFile().deleteOnExit();
        }
    }

    /** Appends; by one thread at a time. */
    void append(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
    }

    /** Reads up to {@code into.remaining()} bytes. */
    int read(ByteBuffer into, long position) throws IOException {
        byte[] bytes = into.hasArray() ? into.array() : new byte[into.remaining()];
        int offset = into.hasArray() ? into.arrayOffset() + into.position() : 0;
        RandomAccessFile in = readers[(int) (Thread.currentThread().getId() % READERS)];
        int n;
        synchronized (in) {
            in.seek(position);
            n = in.read(bytes, offset, into.remaining());
        }
        if (n < 0) {
            throw new EOFException("the spool file ends early");
        }
        if (into.hasArray()) {
            into.position(into.position() + n);
        } else {
            into.put(bytes, 0, n);
        }
        return n;
    }

    /** Waits for readers, so that none of them meets a file that by then has the number of this one. */
    @Override
    public void close() throws IOException {
        out.close();
        for (RandomAccessFile in : readers) {
            if (in != null) {
                synchronized (in) {
                    in.close();
                }
            }
        }
        unlink(name);
    }
}

package dev.jonah.inspector;

import dev.jonah.diagnostic.Limits;
import dev.jonah.inspector.bytes.SpoolRoom;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an open image holds of the host: files and spooled bytes. Closed once, whatever fails on the way. */
final class Resources implements Closeable {
    private final SpoolRoom spool;
    private final List<Closeable> files = new ArrayList<>();
    private volatile boolean closed;

    Resources(Limits limits, @Nullable Path spoolDirectory) {
        spool = new SpoolRoom(limits, spoolDirectory);
    }

    SpoolRoom spool() {
        return spool;
    }

    <C extends Closeable> C add(C file) {
        files.add(file);
        return file;
    }

    boolean isClosed() {
        return closed;
    }

    void closeAfter(Throwable failure) {
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        IOException first = null;
        List<Closeable> all = new ArrayList<>(files);
        all.add(spool);
        for (Closeable file : all) {
            try {
                file.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}

package dev.jonah.provenance.signals;

import dev.jonah.image.FileEntry;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;

/** Compares two versions of a file. */
final class SameContent {
    private SameContent() {}

    /** Whether two files of one size have the same bytes; not if those cannot be read. */
    static boolean of(FileEntry one, FileEntry other) throws IOException {
        if (one.content() == null || other.content() == null) {
            return false;
        }
        try {
            return one.content()
                    .digest(Digest.Algorithm.SHA256)
                    .equals(other.content().digest(Digest.Algorithm.SHA256));
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }
}

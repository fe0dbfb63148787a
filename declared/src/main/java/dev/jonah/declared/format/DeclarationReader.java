package dev.jonah.declared.format;

import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;

/** Reads one kind of file; every reader of this module has one method of this form. */
@FunctionalInterface
public interface DeclarationReader {
    /**
     * Hands over what the file declares, in its order; {@code in} is closed.
     *
     * @throws IOException if the file is not what it should be, breaks off, or is beyond the limits; what was handed over
     *     before that counts
     */
    void read(InputStream in, Limits limits, Findings out) throws IOException;
}

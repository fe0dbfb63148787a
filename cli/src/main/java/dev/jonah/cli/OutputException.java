package dev.jonah.cli;

import java.io.IOException;
import java.util.Locale;

/** A result cannot be written. */
final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean closed;

    OutputException(String target, IOException cause) {
        super("cannot write to " + target + ": " + Failure.reason(cause), cause);
        String reason = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        closed = reason.contains("broken pipe") || reason.contains("pipe is being closed") || reason.contains("reset");
    }

    /** Whether the reader has gone away, which is his right: {@code jonah files IMAGE | head}. */
    boolean isClosedByReader() {
        return closed;
    }
}

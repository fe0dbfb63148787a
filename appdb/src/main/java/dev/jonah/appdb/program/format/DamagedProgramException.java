package dev.jonah.appdb.program.format;

import java.io.IOException;

/** A program whose own numbers contradict its bytes; the message says where. */
public final class DamagedProgramException extends IOException {
    private static final long serialVersionUID = 1;

    /** With a message for people. */
    public DamagedProgramException(String message) {
        super(message);
    }
}

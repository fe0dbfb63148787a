package dev.jonah.image;

import java.io.IOException;

/** The input is no image that can be read. The message is one sentence: what, where, and what can be done. */
public class UnreadableImageException extends IOException {
    private static final long serialVersionUID = 1L;

    /** With a message for a person. */
    public UnreadableImageException(String message) {
        super(message);
    }

    /** With a message for a person and the cause for a developer. */
    public UnreadableImageException(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.jonah.appdb.java.signature;

import java.io.IOException;

/** A signature is not laid out as it must be, or needs what is not understood. */
public final class DamagedSignatureException extends IOException {
    private static final long serialVersionUID = 1;

    /** {@code message} continues "it cannot be read: ". */
    public DamagedSignatureException(String message) {
        super(message);
    }

    /** The same with what was thrown. */
    public DamagedSignatureException(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.jonah.inspector.compression;

import java.io.IOException;

/** Compressed bytes are damaged or cut off; what was decoded before was handed over. */
public final class DamagedDataException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedDataException(String message) {
        super(message);
    }

    DamagedDataException(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.jonah.sysdb.rpm.format;

import java.io.IOException;

/** Bytes are no header of rpm at all. */
public final class RpmFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    RpmFormatException(String message) {
        super(message);
    }
}
